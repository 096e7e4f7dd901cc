"""Registers as other offices keep them: other words, orders, headers, separators, and cells left blank."""

from datetime import date

from tests.usecases.register_keys import HEAD, HULU_LANGAT, case, codes, file_codes, preview_of, said


def test_english_headings_shuffled_below_titles_with_a_footer() -> None:
    shown = preview_of(
        "JABATAN KEBAJIKAN MASYARAKAT;;;;;;;;\n"
        "CLIENT DAY REGISTER - 24 NOVEMBER 2026;;;;;;;;\n"
        ";;;;;;;;\n"
        "S/N;Type of Matter;Details;Queue No;Client's Name;IC/Passport No.;Gender;Visit Date;Time In;"
        "Contact No;Officer in Charge;Status;Nationality;Disabled (Y/N);Counter No.\n"
        "1;Complaint;Payment late;A-001;Salmah binti Omar;610415-03-0004;F;24 Nov 2026;9.05am;012-000 1234;"
        "Rohani;In progress;Malaysian;N;Counter 2\n"
        "2;Enquiry;How to apply;A001;;;;24 Nov 2026;;;Rohani;Done;;;Counter 2\n"
        "3;Service;Counselling;A-2;Tan Boon Keat;C1234567;M;Tuesday, 24 November 2026;09:30:00;;Devi;"
        "Completed;Indonesian;;2\n"
        "TOTAL;;3;;;;;;;;;;;;\n"
        "Prepared by: Rohani;;;;;;;;;;;;;;\n"
    )
    assert codes(shown) == []
    assert [row.what for row in shown.ignored] == ["title", "title", "blank", "footer", "footer"]
    assert said(shown, "kind") == ["aduan", "pertanyaan", "perkhidmatan"]
    assert said(shown, "queue") == ["A-001", "A-001", "A-002"]
    assert said(shown, "time") == ["09:05", "09:05", "09:30"]
    assert said(shown, "id") == ["610415-03-0004", "610415-03-0004", "C1234567"]
    assert (shown.totals.visits, shown.totals.clients, shown.totals.not_citizens) == (2, 2, 1)


def test_two_header_rows_are_read_as_one() -> None:
    shown = preview_of(
        "Bil,Tarikh,Masa,Maklumat Pelanggan,,,Maklumat Urusan,,,\n"
        ",,,Nama,No. KP,No. Telefon,Jenis,Perkhidmatan,Butiran,Status\n"
        "1,24/11/2026,9.00 pagi,Ali bin Abu,610415-03-0005,0120001234,Aduan,BWE,Lewat bayar,Selesai\n"
    )
    assert codes(shown) == []
    assert shown.lines[0].said["name"] == "Ali bin Abu"
    assert (shown.lines[0].said["date"], shown.lines[0].said["service"]) == ("2026-11-24", "BWE")


def test_merged_cells_leave_blanks_that_mean_as_above() -> None:
    shown = preview_of(
        HEAD + "24/11/2026,1,Ali bin Abu,610415-03-0005,Aduan,Lewat\n"
        ",,,,Pertanyaan,Bila\n"
        ",2,Siti binti Abu,610415-03-0004,Aduan,Lewat juga\n"
        ",,,,Cadangan,Buka awal\n"
        "25/11/2026,1,Muthu a/l Raju,610415-03-0007,Aduan,Lewat lagi\n",
        "2026-11-24",
        "2026-11-25",
    )
    assert said(shown, "queue") == ["1", "1", "2", "2", "1"]
    assert said(shown, "date") == ["2026-11-24"] * 4 + ["2026-11-25"]
    assert codes(shown) == ["date_as_above"]
    assert shown.totals.visits == 3
    assert [visit.draft.day for visit in shown.visits] == [f"{1:032x}", f"{1:032x}", f"{2:032x}"]


def test_without_a_queue_column_name_and_document_join_neighbours() -> None:
    shown = preview_of(
        "TARIKH\tNAMA PELANGGAN\tNO. KAD PENGENALAN\tJENIS URUSAN\tBUTIRAN\n"
        "24-11-2026\tALI BIN ABU\t610415030005\tADUAN\tLEWAT\n"
        "24-11-2026\tALI BIN ABU\t610415-03-0005\tPERTANYAAN\tBILA\n"
        "24-11-2026\tSITI BINTI ABU\t610415-03-0004\tADUAN\tLEWAT\n"
        "24-11-2026\tALI BIN ABU\t610415030005\tPUJIAN\tBAGUS\n"
        "24-11-2026\tTanpa nama\t\tADUAN\tKOTOR\n"
        "24-11-2026\tTanpa nama\t\tADUAN\tKOTOR\n"
    )
    assert codes(shown) == []
    assert (shown.totals.visits, shown.totals.clients, shown.totals.anonymous) == (5, 2, 2)
    assert len({visit.id for visit in shown.visits}) == 5


def test_another_client_under_a_number_is_a_visit_of_its_own_and_pointed_at() -> None:
    shown = preview_of(
        HEAD + "24/11/2026,7,Ali bin Abu,610415-03-0005,aduan,Lewat\n"
        "24/11/2026,7,Siti binti Osman,610415-03-0004,aduan,Lewat\n"
        "24/11/2026,07,Ali Abu,,aduan,Lewat lagi\n"
        "24/11/2026,7,Siti bt. Osman,610415030004,tanya,Bila\n"
    )
    assert [(one.code, one.line, one.column) for one in shown.findings] == [
        ("client_differs", 3, "No. Giliran")
    ]
    assert [[matter.record for matter in visit.matters] for visit in shown.visits] == [[2, 4], [3, 5]]


def test_one_number_at_two_places_of_a_day_is_two_visits() -> None:
    shown = preview_of(
        "Tarikh,Tempat,No. Giliran,Nama,Jenis,Butiran\n"
        "24/11/2026,Rh. Nyawai,1,Jabu anak Lagu,aduan,Lewat\n"
        "24/11/2026,Rh. Unggat,1,Jabu anak Lagu,aduan,Lewat\n"
    )
    assert shown.totals.visits == 2


def test_a_good_line_inherits_from_a_bad_one_above_it() -> None:
    shown = preview_of(
        HEAD + "24/11/2026,1,Ali bin Abu,610415-03-0005,entah,Lewat\n24/11/2026,1,,,aduan,Lewat\n"
    )
    assert codes(shown) == ["kind_unknown"]
    assert shown.visits[0].fields["name"] == "Ali bin Abu"
    assert [matter.fields["order"] for matter in shown.visits[0].accepted] == [2]


def test_a_line_of_another_day_is_never_as_above() -> None:
    shown = preview_of(
        HEAD + "10/11/2026,,Ali bin Abu,610415-03-0005,aduan,Lewat\n11/11/2026,,,,aduan,Lewat lagi\n"
    )
    assert "client_missing" in codes(shown)
    assert [len(visit.accepted) for visit in shown.visits if visit.accepted] == [1]


def test_a_file_without_a_kind_column_is_refused_as_a_whole() -> None:
    shown = preview_of("Tarikh,Nama,No KP,Butiran\n24/11/2026,Ali,610415030005,Lewat\n")
    assert [problem.values for problem in shown.unreadable] == [{"field": "kind"}]
    assert shown.lines == ()


def test_a_file_without_dates_is_of_the_sessions_one_day() -> None:
    text = "No. Giliran,Nama,Jenis,Butiran\n1,Ali,aduan,Lewat\n"
    assert file_codes(preview_of(text)) == ["date_from_session"]
    assert said(preview_of(text), "date") == ["2026-11-24"]
    several = preview_of(text, "2026-11-24", "2026-11-25")
    assert file_codes(several) == ["date_column_missing"]
    assert codes(several) == ["date_missing"]


def test_columns_without_headings_are_told_by_what_they_hold() -> None:
    shown = preview_of(
        "Tarikh,,Nama,,,Butiran,\n"
        "24/11/2026,09:00,Ali bin A,610415-03-0005,Aduan,Lewat dibayar,L\n"
        "24/11/2026,09:05,Siti bt B,610415-03-0004,Cadangan,Buka,P\n"
        "24/11/2026,09:10,Abu b. C,610415-03-0003,Tanya,Bila,L\n"
    )
    assert shown.mapping.guessed == {"time", "id", "kind", "sex"}
    assert file_codes(shown) == ["header_blank"] * 4
    assert said(shown, "kind") == ["aduan", "cadangan", "pertanyaan"]


def test_a_child_in_danger_is_urgent_by_what_was_said() -> None:
    shown = preview_of(
        HEAD + "24/11/2026,1,Tanpa nama,,aduan,TASKA itu mengurung kanak-kanak di dalam bilik.\n"
        "24/11/2026,2,Siti,,aduan,Dipukul suami semalam.\n"
        "24/11/2026,3,Abu,,aduan,Anak saya belum dapat BKK. Datang pukul 9.\n"
        "24/11/2026,4,Ana,,penghargaan,Anak yang didera sudah selamat.\n"
    )
    assert said(shown, "urgent") == ["child", "violence", None, None]


def test_shuffled_columns_and_unread_columns_give_the_same_records() -> None:
    rows = [row.cells for row in case(HULU_LANGAT).sheet.rows]
    order = sorted(range(len(rows[0])), key=lambda at: rows[0][at][::-1])
    lines = [[row[at] for at in order] + ["Gaji (RM)" if n == 0 else "650"] for n, row in enumerate(rows)]
    text = "\n".join("\t".join(cell.replace("\n", " ") for cell in line) for line in lines)
    shown = preview_of(text, "2026-11-24", counters=3)
    assert codes(shown) == []
    tidy = case(HULU_LANGAT).preview
    assert {visit.id for visit in shown.visits} == {visit.id for visit in tidy.visits}
    assert [m.id for v in shown.visits for m in v.matters] == [m.id for v in tidy.visits for m in v.matters]


def test_identical_lines_are_as_many_records_as_there_are_lines() -> None:
    line = "24/11/2026,1,Ali,610415-03-0005,aduan,Lewat\n"
    shown = preview_of(HEAD + line * 3)
    assert len({matter.id for matter in shown.visits[0].matters}) == 3
    assert {m.id for m in preview_of(HEAD + line * 2).visits[0].matters} < {
        m.id for m in shown.visits[0].matters
    }


def test_the_timestamp_dates_a_line_but_takes_no_part_in_its_id() -> None:
    head = "Timestamp,Tarikh,No. Giliran,Nama,Jenis,Butiran\n"
    first = preview_of(head + "24/11/2026 09:00:01,,1,Ali,aduan,Lewat\n")
    second = preview_of(head + "24/11/2026 10:11:12,24/11/2026,1,Ali,aduan,Lewat\n")
    assert first.findings == second.findings == ()
    assert first.visits[0].matters[0].id == second.visits[0].matters[0].id
    assert date.fromisoformat(first.lines[0].said["date"]) == date(2026, 11, 24)


def test_ditto_marks_and_words_mean_as_above() -> None:
    shown = preview_of(
        HEAD + '24/11/2026,1,Ali bin Abu,610415-03-0005,aduan,Lewat\n"""","""","""","""",tanya,Bila\n'
        "s.d.a,sda,-do-,as above,cadangan,Buka\n"
    )
    assert codes(shown) == []
    assert said(shown, "queue") == ["1", "1", "1"]
    assert said(shown, "name") == ["Ali bin Abu"] * 3


def test_remarks_of_a_visit_are_joined_and_fit_one_record() -> None:
    rows = "".join(f"24/11/2026,1,Ali,aduan,Lewat,{'x' * 9_000}{n}\n" for n in range(5))
    shown = preview_of("Tarikh,No. Giliran,Nama,Jenis,Butiran,Catatan\n" + rows)
    assert codes(shown) == []
    assert len(shown.visits[0].fields["note"]) == 2 * 9_001 + 1
    twice = preview_of(
        "Tarikh,Nama,Jenis,Butiran,Catatan\n24/11/2026,Ali,aduan,Lewat,a\n24/11/2026,Ali,tanya,b,a\n"
    )
    assert twice.visits[0].fields["note"] == "a"


def test_a_text_too_long_for_a_record_keeps_its_line_out() -> None:
    rows = f"24/11/2026,1,Ali,,aduan,{'x' * 20_001}\n24/11/2026,2,{'y' * 1_001},,aduan,Lewat\n"
    shown = preview_of(HEAD + rows + f"24/11/2026,3,Abu,,aduan,{'玲' * 19_000}\n")
    assert [(one.code, one.column) for one in shown.invalid] == [
        ("line_too_long", "Butiran"),
        ("line_too_long", "Nama"),
        ("line_too_long", "Butiran"),
    ]


def test_kept_warnings_repeat_no_document_number() -> None:
    shown = preview_of(
        "Tarikh,Masa,Nama,No KP,Jenis,Butiran\n24/11/2026,25:61,Ali,610415-00-0004,aduan,Lewat\n"
    )
    fields = shown.visits[0].fields
    assert fields["kept.time_impossible"] == "25:61"
    assert fields["kept.id_impossible"] == "daftar"
    assert fields["identity"] == {"kind": "mykad", "number": "610415-00-0004"}


def test_a_proxys_letter_in_the_remarks_is_consent() -> None:
    head = "Tarikh,Nama,Nama Wakil,Hubungan Wakil,Jenis,Butiran,Catatan\n"
    shown = preview_of(
        head
        + "24/11/2026,Ravi a/l Maniam,Kavitha a/p Ravi,Anak,aduan,Lewat,Wakil menunjukkan surat kebenaran.\n"
        "24/11/2026,Tanpa nama (enggan),,,aduan,Lewat,\n"
    )
    assert shown.visits[0].fields["proxy"] == {
        "name": "Kavitha a/p Ravi",
        "relation": "Anak",
        "consent": True,
    }
    assert shown.visits[1].fields["anonymous"] is True


def test_a_column_that_holds_kinds_is_the_kind_whatever_it_is_called() -> None:
    english = preview_of(
        "Date,Name,Category,Service,Description\n24/11/2026,Ali,Complaint,BWE,Late\n24/11/2026,Siti,Suggestion,,Open\n"
    )
    assert said(english, "kind") == ["aduan", "cadangan"]
    assert said(english, "service") == ["BWE", None]
    crossed = preview_of(
        "Tarikh,Nama,Jenis,Kategori,Butiran\n24/11/2026,Ali,BWE,Aduan,Lewat\n24/11/2026,Siti,BKK,Tanya,Bila\n"
    )
    assert said(crossed, "kind") == ["aduan", "pertanyaan"]
    assert said(crossed, "service") == ["BWE", "BKK"]
