"""What the window shows of the exchange with the state office."""
