"""Full text on connections that have read it before."""

from dataclasses import replace

from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import counter, records
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import visit


def test_what_was_corrected_is_found_by_its_new_words_and_the_file_is_sound(
    office: Office, session: Session
) -> None:
    for name in ("Salmah binti Osman", "Ravi a/l Suppiah", "Jabu anak Bujang"):
        recorded = counter.record(office, visit(session, name=name))
        assert [one.id for one in records.find(office, name).visits] == [recorded.id]
        record = records.open_record(office, recorded.id)
        renamed = replace(VisitDraft.of(record.visit), name=f"{name} Baharuddin")
        records.correct(office, record, renamed, "ejaan")
        assert recorded.id in {one.id for one in records.find(office, "baharuddin").visits}
        assert verify(office.vault).ok
