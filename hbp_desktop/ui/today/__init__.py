"""The cards of Hari Ini; they take an overview and say what was opened."""
