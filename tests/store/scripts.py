"""Short plays of several laptops, each made to show one kind of mistake: (verb, who, what …)."""

FORKED = [
    ("create", 1, 0, "satu"),
    ("copy", 1),
    ("edit", 1, 0, "name", "dua"),
    ("edit", 1, 0, "note", "dua"),
    ("edit", 3, 0, "name", "tiga"),
    ("pass_on", 3, 2, 7),
    ("pass_on", 1, 2, 7),
    ("lose", 3),
]
RESTORED = [
    ("create", 1, 0, "satu"),
    ("keep", 1),
    ("edit", 1, 0, "name", "dua"),
    ("edit", 1, 0, "note", "dua"),
    ("pass_on", 1, 2, 7),
    ("put_back", 1, False),
    ("edit", 1, 0, "name", "tiga"),
    ("pass_on", 2, 1, 7),
]
NOTICED = [
    ("create", 1, 0, "satu"),
    ("keep", 1),
    ("edit", 1, 0, "name", "dua"),
    ("pass_on", 1, 2, 7),
    ("put_back", 1, True),
    ("edit", 1, 0, "phone", "satu"),
]
REVOKED = [
    ("create", 1, 0, "satu"),
    ("pass_on", 1, 0, 7),
    ("edit", 1, 0, "name", "dua"),
    ("create", 1, 1, "dua"),
    ("pass_on", 1, 2, 7),
    ("edit", 2, 1, "name", "tiga"),
    ("revoke", 1),
    ("edit", 0, 0, "name", "tiga"),
]
MOVED = [
    ("create", 1, 0, "satu"),
    ("create", 1, 1, "dua"),
    ("pass_on", 1, 2, 7),
    ("edit", 1, 0, "outcome", "satu"),
    ("edit", 1, 0, "outcome", "tiga"),
    ("edit", 1, 0, "outcome", "dua"),
]
SCRIPTS = {"forked": FORKED, "restored": RESTORED, "noticed": NOTICED, "revoked": REVOKED, "moved": MOVED}
