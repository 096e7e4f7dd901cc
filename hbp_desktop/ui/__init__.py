"""The only room with widgets; one screen, one file.

How to build a page
-------------------
1. Write `ui/<name>_page.py` with a class that inherits `page.Page`: parts made in `__init__`, laid out into
   `self.body`, connected, and last `self.retranslate()`, which sets every word through `self.tr("English")`.
   A page gets a `desk.Desk` (`desk.office`, `desk.language`, `desk.now()`, `desk.go("records", target)`,
   `desk.changed.emit()` after recording, `desk.announce(words)`), calls use cases itself, and hands plain
   values to its parts. Parts take data and emit signals; they never call a use case.
2. Add it to `pages.PAGES`: one function that imports and makes it, one `PageKind` line.
3. Put its Malay into `resources/i18n/parts/<owner>.json` (see `translations`), then run
   `python -m resources.i18n.update`.
4. It is in `make screenshots` by then; give `pose()` something worth looking at.

Sizes and colours are never in widget code: gaps and margins are names from `resources/style/tokens.json`
(`layouts.row/column/grid(parent, gap="field", margins="card")`), colours are tokens, boxes are drawn by
`resources/style/window.qss` through properties (`look`, `frame`, `state`, `step`, `tone`), and custom
painting asks `theme.theme()` at paint time (`px`, `size`, `colour`, `font`). So theme, scale and language
change live.

Focus: whatever paints no focus of its own sets the property `ring`; a `FocusRing` lies over the window.
Slow work: `tasks.start(job, done, failed, progress)`. Errors: `page.say_error(key, error)`, cleared with
`page.banners.clear(key)`. Text from people: plain text only (`parts.text.Text`, `parts.spans.Spans`).
"""
