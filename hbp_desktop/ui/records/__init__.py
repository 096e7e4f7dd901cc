"""The parts of Rekod: filters, list, one record with its history, and the form that corrects it."""
