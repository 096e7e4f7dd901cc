"""The parts of the page Sesi: the year, the plan, what the circular says, a register's import."""
