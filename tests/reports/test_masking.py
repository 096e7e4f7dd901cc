"""What leaves the office without names holds nobody; protection matters are counted and not told."""

from dataclasses import replace

import pytest

from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.person import Identity, Proxy
from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.redact import redacted
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import Words
from tests.reports import samples

WORDS = Words()
SALMAH = samples.visit(
    1,
    (),
    name="Hajah Salmah binti Osman",
    identity=Identity("mykad", "610415-10-0004", "MYS"),
    phone="0120001234",
    address="12 Jalan Mawar, Kajang",
    proxy=Proxy("Kavitha a/p Ravi", "anak", True, "0190002015"),
)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Hajah Salmah binti Osman datang lagi.", "[nama] datang lagi."),
        ("HAJAH  SALMAH BINTI OSMAN", "[nama]"),
        (
            "Salmah minta disegerakan; kata salmah, penting.",
            "[nama] minta disegerakan; kata [nama], penting.",
        ),
        ("Anaknya Kavitha yang datang", "Anaknya [nama] yang datang"),
        ("No. KP 610415-10-0004 disemak", "No. KP [no. pengenalan] disemak"),
        ("KP 610415 10 0004", "KP [no. pengenalan]"),
        ("telefon 012-000 1234 atau 0190002015", "telefon [telefon] atau [telefon]"),
        ("hubungi jiran di 019-000 9999", "hubungi jiran di [telefon]"),
        ("hubungi +6019-000 9999", "hubungi [telefon]"),
        ("hubungi +60 12 000 1234", "hubungi [telefon]"),
        ("di 12, JALAN Mawar\nKajang", "di [alamat]"),
        ("Kajang banjir di Jalan Mawar", "Kajang banjir di Jalan Mawar"),
        ("KP suaminya 580303-10-0005", "KP suaminya [no. pengenalan]"),
        ("RM1,200.50 sejak 18/09/2026, 14 hari", "RM1,200.50 sejak 18/09/2026, 14 hari"),
        ("Kesalmahan bukan nama", "Kesalmahan bukan nama"),
    ],
)
def test_a_client_is_taken_out_of_the_officers_words(said: str, printed: str) -> None:
    shown = redacted(said, SALMAH, WORDS)
    assert shown == printed


def test_a_passport_is_taken_out_in_any_case() -> None:
    siti = replace(SALMAH, name="Siti", identity=Identity("passport", "C1234567", "IDN"), proxy=None)
    assert "1234567" not in redacted("pasport c 1234567 dan C1234567", siti, WORDS)


def _shown(visit: Visit, matter: Matter, names: bool = False) -> tuple[View, str]:
    seen = replace(visit, matters=(matter,))
    view = View(samples.data([seen], names=names), WORDS)
    return view, view.matter(seen, matter).details


@pytest.mark.parametrize("urgent", ["child", "violence"])
def test_protection_matters_are_counted_and_not_described(urgent: str) -> None:
    matter = Matter(id="m", order=1, kind="aduan", details="Dikurung di dalam bilik", urgent=urgent)
    assert _shown(SALMAH, matter)[1] == "Urusan perlindungan: dikira, tidak dihuraikan."


def test_a_child_matter_is_not_described_even_with_names() -> None:
    matter = Matter(id="m", order=1, kind="aduan", details="Dikurung di dalam bilik", urgent="child")
    assert "Dikurung" not in _shown(SALMAH, matter, names=True)[1]


def test_a_child_is_neither_named_nor_numbered() -> None:
    child = replace(SALMAH, born=samples.DAY.replace(year=2014), groups=frozenset({"kanak_kanak"}))
    masked = View(samples.data([child]), WORDS).client(child)
    named = View(samples.data([child], names=True), WORDS).client(child)
    assert (masked.name, masked.identity) == ("Kanak-kanak", "–")
    assert "Salmah" not in named.name
    assert named.identity == "610415-10-****"


def test_names_are_initials_and_numbers_are_masked() -> None:
    client = View(samples.data([SALMAH]), WORDS).client(SALMAH)
    assert (client.name, client.identity, client.phone, client.address) == (
        "S. bt. O.",
        "610415-10-****",
        "",
        "",
    )
    assert client.proxy == "anak"


def test_an_anonymous_client_is_told_as_such() -> None:
    nobody = replace(SALMAH, anonymous=True, name="", identity=None, proxy=None)
    client = View(samples.data([nobody]), WORDS).client(nobody)
    assert (client.name, client.identity) == ("Tanpa nama", "–")


def test_withdrawn_visits_and_matters_are_not_shown() -> None:
    gone = Matter(id="m2", order=2, kind="aduan", details="Silap", withdrawn=True)
    kept = replace(SALMAH, matters=(Matter(id="m1", order=1, kind="aduan", details="Lambat"), gone))
    view = View(samples.data([kept, replace(kept, id="v2", withdrawn=True)]), WORDS)
    assert [visit.id for visit in view.visits] == ["v1"]
    assert [matter.id for matter in view.matters(kept)] == ["m1"]


def test_the_register_counts_queue_numbers_as_people_do() -> None:
    seen = [
        samples.visit(n, (), queue=queue) for n, queue in enumerate(["A-010", "A-9", "7", "", "A-002"], 1)
    ]
    shown = View(samples.data(seen), WORDS).visits
    assert [visit.queue for visit in shown if visit.queue.startswith("A")] == ["A-002", "A-9", "A-010"]
    assert shown[-1].queue == ""
