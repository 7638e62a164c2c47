"""What a user writes into config.yaml, rightly and wrongly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.settings import Declared, Settings, declared, load_settings, read_settings, written

Load = Callable[[str], tuple[Settings, list[str]]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def given(text: str) -> tuple[Settings, list[str]]:
        path = tmp_path / "config.yaml"
        path.write_text(text, encoding="utf-8")
        settings, problems = load_settings(path)
        return settings, [str(problem) for problem in problems]

    return given


def test_without_a_file_the_defaults_serve(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "config.yaml") == (Settings(), ())
    assert load_settings() == (Settings(), ())


def test_what_is_written_takes_the_place_of_the_default(load: Load) -> None:
    settings, problems = load("reading:\n  measure: 60\n  preview: no\nkeys: {patience: 3}\n")
    assert (settings.reading.measure, settings.reading.preview, settings.keys.patience) == (60, False, 3.0)
    assert settings.reading.spacing == Settings().reading.spacing
    assert problems == []


def test_yes_and_no_without_quotes_do_for_words_too(load: Load) -> None:
    assert load("line:\n  lean: yes\n")[0].line.lean == "yes"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("raeding: {}\n", "config.yaml:1: “raeding” is no section (did you mean “reading”?)"),
        (
            "reading:\n  mesure: 3\n",
            "config.yaml:2: reading has no setting “mesure” (did you mean “measure”?)",
        ),
        (
            "# mine\nreading:\n  measure: wide\n",
            "config.yaml:3: reading.measure: expected a whole number, not wide; 76 serves",
        ),
        (
            "reading:\n  measure: 5000\n",
            "config.yaml:2: reading.measure: expected 0 to 400, not 5000; 76 serves",
        ),
        (
            "line:\n  lean: perhaps\n",
            "config.yaml:2: line.lean: expected one of auto, yes, no, not “perhaps”; auto serves",
        ),
        (
            "reading:\n  preview: 1\n",
            "config.yaml:2: reading.preview: expected yes or no, not 1; yes serves",
        ),
        (
            "programs:\n  editor: no-such-program-here -R\n",
            "config.yaml:2: programs.editor: there is no program “no-such-program-here”; the default serves",
        ),
        (
            "programs:\n  pager: less 'x\n",
            "config.yaml:2: programs.pager: “less 'x” is no command: no closing quotation;"
            " the default serves",
        ),
        (
            "reading:\n  measure:\n",
            "config.yaml:2: reading.measure: expected a whole number, not nothing; 76 serves",
        ),
        ("reading: 3\n", "config.yaml:1: reading: expected settings below it, such as “measure: 76”"),
        ("- a\n", "config.yaml:1: expected sections like “reading:”"),
    ],
)
def test_what_cannot_serve_is_told_with_its_line_and_the_default_serves(
    load: Load, text: str, sentence: str
) -> None:
    settings, problems = load(text)
    assert problems == [sentence]
    assert settings == Settings()


def test_one_bad_value_leaves_its_neighbours_in_force(load: Load) -> None:
    settings, problems = load("reading:\n  measure: 60\n  spacing: 99\n")
    assert settings.reading.measure == 60
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["a: [", "a: &x 1\nb: *x\n", "reading:\n  measure: 1\n  measure: 2\n"])
def test_a_file_that_is_no_plain_yaml_is_told_and_the_defaults_serve(load: Load, text: str) -> None:
    settings, problems = load(text)
    assert settings == Settings()
    assert len(problems) == 1


def test_each_setting_that_comes_from_the_file_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("# mine\nreading:\n  measure: 60\n  spacing: 99\nline: {mouse: no}\n", encoding="utf-8")
    assert read_settings(path).lines == {"reading.measure": 3, "line.mouse": 5}


@pytest.mark.parametrize("each", list(declared()), ids=lambda each: each.name)
def test_every_default_can_be_written_into_the_file_as_it_is_printed(load: Load, each: Declared) -> None:
    section, name = each.name.split(".")
    settings, problems = load(f"{section}:\n  {name}: {written(each.default)}\n")
    assert (settings, problems) == (Settings(), [])


@pytest.mark.parametrize(
    "each", [each for each in declared() if not isinstance(each.default, str)], ids=lambda each: each.name
)
def test_every_setting_tells_a_value_of_another_kind(load: Load, each: Declared) -> None:
    section, name = each.name.split(".")
    settings, problems = load(f"{section}:\n  {name}: [a]\n")
    assert settings == Settings()
    assert len(problems) == 1
    assert problems[0].startswith(f"config.yaml:2: {each.name}: expected ")


@pytest.mark.parametrize(
    "each", [each for each in declared() if each.rule.choices], ids=lambda each: each.name
)
def test_every_setting_takes_each_of_its_choices_and_nothing_else(load: Load, each: Declared) -> None:
    section, name = each.name.split(".")
    for choice in each.rule.choices:
        settings, problems = load(f"{section}:\n  {name}: {choice}\n")
        assert (getattr(getattr(settings, section), name), problems) == (choice, [])
    assert len(load(f"{section}:\n  {name}: whatever\n")[1]) == 1


def test_every_setting_says_what_it_means() -> None:
    assert all(setting.rule.meaning for setting in declared())
    assert len({setting.name for setting in declared()}) == len(list(declared()))
