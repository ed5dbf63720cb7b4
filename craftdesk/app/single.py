"""One window an office file: a second start brings the first one to the front."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 2000


def _name(office: Path) -> str:
    return f"craftdesk-{sha256(str(office.resolve()).encode()).hexdigest()[:24]}"


def call_first(office: Path) -> bool:
    """Ask the program that has this office open to come to the front; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(office))
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(b"show\n")
    socket.waitForBytesWritten(WAIT)
    socket.disconnectFromServer()
    return True


def answer_calls(office: Path, come: Callable[[], object], parent: QObject) -> QLocalServer:
    """Listen for later starts on the same office."""
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    name = _name(office)
    # This program alone has the office open, so a name that is taken was left by one that died.
    if not server.listen(name):
        QLocalServer.removeServer(name)
        server.listen(name)

    def called() -> None:
        while (socket := server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            come()

    server.newConnection.connect(called)
    return server
