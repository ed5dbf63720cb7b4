import os
from pathlib import Path

import pytest

from installer import system


def test_nothing_missing_asks_for_nothing():
    system.require([])


def test_without_the_right_to_install_the_command_to_type_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "apt-get").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(system.SetupError, match=r"sudo apt-get .*install -y .*libegl1 qpdf"):
        system.require(["qpdf", "libegl1", "qpdf"])


def test_without_apt_the_packages_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(system.SetupError, match="libegl1"):
        system.require(["libegl1"])


def test_a_library_that_is_not_there_is_missed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(system, "LIBRARIES", {"libc.so.6": "libc6", "libnothing-of-this-name.so": "libnothing"})
    assert system.missing_for_program() == ["libnothing"]


def test_a_machine_without_display_has_no_screen(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not system.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system.has_screen()
