"""JPEG bytes as pictures on the glass; what is no picture of ours is none."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

_LONGEST = 4_000  # pixels: ours have half as many; more is somebody else's


def image_of(jpeg: bytes) -> QImage:
    """Decode a picture; a null one where it cannot be."""
    device = QBuffer()
    device.setData(QByteArray(jpeg))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(b"jpeg"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LONGEST:
        return QImage()
    return reader.read()


def png_of(image: QImage) -> bytes:
    """Give the bytes of a picture that was pasted."""
    data = QByteArray()
    device = QBuffer(data)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(device, QByteArray(b"png")).write(image)
    return bytes(data.data())


def fitted(size: QSize, room: QSize) -> QSize:
    """Give how large a picture is shown in a room: never larger than it is."""
    if size.width() <= room.width() and size.height() <= room.height():
        return size
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
