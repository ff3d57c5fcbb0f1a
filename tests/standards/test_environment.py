"""The three ways to install the course agree: pyproject.toml, environment.yml for conda, and the two lock files."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]  # its types are a package of their own, not worth a dependency
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from rattler import MatchSpec
from rattler.exceptions import InvalidMatchSpecError

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
COURSE: list[str] = PROJECT["dependencies"]
DEV: list[str] = PROJECT["optional-dependencies"]["dev"]
ENVIRONMENT: str = (ROOT / "environment.yml").read_text(encoding="utf-8")
# What environment.yml has besides: conda's own pip, which installs the course itself.
PIP = {"pip": ""}


def bounds(requirements: list[str]) -> dict[str, str]:
    """Return name to bound, as in {"pandas": ">=3.0"}, of requirements as pip reads them."""
    parsed = [Requirement(each) for each in requirements]
    return {canonicalize_name(each.name): str(each.specifier) for each in parsed}


def conda_bounds(specs: list[str]) -> dict[str, str]:
    """Return name to bound of specifications as conda reads them; raise InvalidMatchSpecError for one it cannot."""
    parsed = [MatchSpec(each, strict=True) for each in specs]
    return {canonicalize_name(each.name.normalized): str(each.version or "") for each in parsed}


def environment_bounds(text: str) -> dict[str, str]:
    """Return name to bound of all that an environment.yml installs: by conda, and by conda's pip except the course."""
    entries = yaml.safe_load(text)["dependencies"]
    by_conda = conda_bounds([each for each in entries if isinstance(each, str)])
    by_pip = [each for group in entries if isinstance(group, dict) for each in group["pip"]]
    return by_conda | bounds([each for each in by_pip if each != "-e ."])


def wanted_bounds() -> dict[str, str]:
    """Return name to bound of all that environment.yml has to install, as pyproject.toml says."""
    return bounds(COURSE) | {"python": PROJECT["requires-python"]} | PIP


def versions(text: str) -> dict[str, set[str]]:
    """Return name to the versions that a lock file has of it, one for each marker that leads to another."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def read(name: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_conda_installs_what_pyproject_names_with_the_same_bounds() -> None:
    assert environment_bounds(ENVIRONMENT) == wanted_bounds()


@pytest.mark.parametrize(
    ("read_as", "written"),
    [
        ("pandas >=3.0", "pandas >=2.0"),
        ("  - papermill >=2.7\n", ""),
        ("  - pip:\n", "  - numpy >=2.0\n  - pip:\n"),
        ("zhplot>=1.0", "zhplot"),
        ("python >=3.11", "python >=3.12"),
    ],
)
def test_a_doctored_environment_is_noticed(read_as: str, written: str) -> None:
    assert ENVIRONMENT.count(read_as) == 1
    assert environment_bounds(ENVIRONMENT.replace(read_as, written)) != wanted_bounds()


def test_a_line_that_conda_cannot_read_is_noticed() -> None:
    with pytest.raises(InvalidMatchSpecError):
        environment_bounds(ENVIRONMENT.replace("pandas >=3.0", "pandas >==3.0"))


def test_conda_installs_the_course_itself_and_from_conda_forge_alone() -> None:
    environment = yaml.safe_load(ENVIRONMENT)
    assert environment["dependencies"][-1]["pip"][-1] == "-e ."
    assert environment["channels"] == ["conda-forge", "nodefaults"]


@pytest.mark.parametrize(("name", "requirements"), [(LOCKS[0], COURSE), (LOCKS[1], COURSE + DEV)])
def test_a_lock_holds_every_dependency_in_a_version_that_its_bound_allows(name: str, requirements: list[str]) -> None:
    locked = versions(read(name))
    for requirement in map(Requirement, requirements):
        chosen = locked[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in chosen), requirement


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_the_build_backend_since_the_course_is_installed_without_isolation(name: str) -> None:
    build = tomllib.loads(read("pyproject.toml"))["build-system"]["requires"]
    assert bounds(build).keys() <= versions(read(name)).keys()


@pytest.mark.parametrize("name", LOCKS)
def test_every_version_in_a_lock_carries_a_hash(name: str) -> None:
    entries = re.split(r"^(?=\S)", read(name), flags=re.MULTILINE)[1:]
    assert [entry.splitlines()[0] for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)] == []
    assert len(entries) > len(COURSE)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_no_address(name: str) -> None:
    assert "://" not in read(name)
    assert "-url" not in read(name)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_serves_every_operating_system(name: str) -> None:
    assert {"pywinpty", "appnope", "colorama"} <= versions(read(name)).keys()


def test_the_tests_run_with_the_versions_that_the_course_runs_with() -> None:
    course, dev = (versions(read(name)) for name in LOCKS)
    assert {name: dev.get(name) for name in course} == course
