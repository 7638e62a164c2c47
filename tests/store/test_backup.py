"""The reader's own data: through to the disk, checked when opened, copied daily, and the way back is told."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.errors import BadData
from briefreader.store.userdata import UserData
from briefreader.store.userdata.backup import back_up, newest

DAY = datetime.date(2031, 3, 10)
ARTICLE = "a" * 12


@pytest.fixture
def data(tmp_path: Path) -> Iterator[UserData]:
    opened = UserData.open(tmp_path)
    shutil.rmtree(tmp_path / "backups")
    yield opened
    opened.close()


def days(directory: Path) -> list[str]:
    return sorted(path.stem.removeprefix("marks-") for path in (directory / "backups").glob("*.sqlite"))


def day(number: int) -> datetime.date:
    return DAY + datetime.timedelta(days=number)


def star(data: UserData, article: str = ARTICLE) -> None:
    data.marks.flag([(article, "hash")], "starred", True, "star")


def test_each_step_is_through_to_the_disk_before_it_counts(data: UserData) -> None:
    assert data.database.rows("PRAGMA synchronous") == [(2,)]  # FULL


def test_the_newest_seven_days_are_kept(data: UserData, tmp_path: Path) -> None:
    for number in range(10):
        assert back_up(data.database, day(number))
        assert back_up(data.database, day(number)) is None
    assert days(tmp_path) == [day(number).isoformat() for number in range(3, 10)]
    assert newest(data.database.path, day(9)) == tmp_path / "backups" / f"marks-{day(9)}.sqlite"


def test_a_clock_that_was_put_back_costs_no_backup_of_today(data: UserData, tmp_path: Path) -> None:
    for number in range(20, 27):
        back_up(data.database, day(number))
    for number in range(3):
        back_up(data.database, day(number))
        assert newest(data.database.path, day(number)) == tmp_path / "backups" / f"marks-{day(number)}.sqlite"
    kept = [0, 1, 2, 23, 24, 25, 26]
    assert days(tmp_path) == [day(number).isoformat() for number in kept]


def test_a_clock_that_ran_ahead_does_not_let_its_backups_stay_for_ever(
    data: UserData, tmp_path: Path
) -> None:
    back_up(data.database, day(30_000))
    for number in range(7):
        back_up(data.database, day(number))
    assert days(tmp_path) == [day(number).isoformat() for number in range(7)]


@pytest.mark.parametrize("place", [0, 20, 100, 4096, 4096 * 2, 4096 * 3])
def test_whoever_does_what_the_sentence_says_has_the_marks_back(tmp_path: Path, place: int) -> None:
    with_marks(tmp_path)
    path = tmp_path / "marks.sqlite"
    broken = bytearray(path.read_bytes())
    broken[place : place + 4000] = bytes(4000)
    path.write_bytes(broken)
    with pytest.raises(BadData) as caught:
        UserData.open(tmp_path)
    told = re.fullmatch(
        r"(\S+) is damaged: move it away, .* copy its backup (\S+) into its place.*", str(caught.value)
    )
    assert told
    Path(told[1]).rename(tmp_path / "broken")
    shutil.copy(told[2], told[1])
    again = UserData.open(tmp_path)
    assert again.marks.flagged("starred") == {ARTICLE}
    again.close()


def with_marks(directory: Path) -> None:
    data = UserData.open(directory)
    star(data)
    shutil.rmtree(directory / "backups")
    data.close()
    UserData.open(directory).close()


def test_a_letter_that_changed_on_the_disk_is_told_once_with_the_backup_to_compare_with(
    tmp_path: Path,
) -> None:
    data, path = UserData.open(tmp_path), tmp_path / "marks.sqlite"
    data.marks.flag([("harbourharbo", "hash")], "starred", True, "star")
    data.close()
    path.write_bytes(path.read_bytes().replace(b"harbourharbo", b"harbourharbi"))
    told: list[str] = []
    for _ in range(2):
        again = UserData.open(tmp_path, told.append)
        assert again.marks.flagged("starred") == {"harbourharbi"}
        again.close()
    (sentence,) = told
    assert sentence.startswith(f"{path} changed while no briefreader had it open")
    assert sentence.endswith(f"compare them with the backup {newest(path)}")


def test_nobody_is_accused_who_writes_or_is_killed_or_puts_a_backup_back(tmp_path: Path) -> None:
    told: list[str] = []
    with_marks(tmp_path)
    path, copy = tmp_path / "marks.sqlite", tmp_path / "copy"
    one, other = UserData.open(tmp_path, told.append), UserData.open(tmp_path, told.append)
    star(one, "b" * 12)
    one.close()
    star(other, "c" * 12)
    shutil.copytree(tmp_path, copy)  # what a kill at this moment leaves
    other.close()
    UserData.open(copy, told.append).close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(BadData):
        UserData.open(tmp_path, told.append)
    shutil.copy(str(newest(path)), path)
    UserData.open(tmp_path, told.append).close()
    assert told == []


def test_a_backup_that_is_damaged_itself_is_not_the_one_that_is_named(data: UserData, tmp_path: Path) -> None:
    for number in (1, 2):
        back_up(data.database, day(number))
    spoilt = tmp_path / "backups" / f"marks-{day(2)}.sqlite"
    spoilt.write_bytes(spoilt.read_bytes()[:5000])
    assert newest(data.database.path, day(3)) == tmp_path / "backups" / f"marks-{day(1)}.sqlite"


def test_data_that_is_damaged_before_it_was_ever_copied_says_so(tmp_path: Path) -> None:
    (tmp_path / "marks.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(BadData, match="is damaged and has no backup: move it away to start"):
        UserData.open(tmp_path)
