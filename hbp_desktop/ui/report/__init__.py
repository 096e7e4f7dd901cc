"""The parts of the page Laporan: what is missing, the preview, versions, package and sending."""
