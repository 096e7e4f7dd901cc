"""The state office's deployment: its database, enrolment, projector, consolidation."""
