"""The sections of Tetapan: each a part of the page of its own, made when it is first opened.

To add one: write `<name>_section.py` here with a `Section` (make, lay out, connect, `self.retranslate()`),
then add one function and one line to `sections.py`. A section lays its cards into `body`, looks again in
`opened()`, says errors with `say_error(key, error)` and takes them away with `clear(key)`. Whoever may not do
its `verb` does not see it; what only some may do inside it, it asks for itself (`desk.office.may`).
`desk.go("settings", "<key>")` opens it.
"""
