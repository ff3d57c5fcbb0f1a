"""Conda reads environment.yml as pip does, and the lock files hold what pyproject.toml asks for.

That environment.yml names what pyproject.toml names is a standard, `environment_equals_pyproject`.
"""

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


def bounds(requirements: list[str]) -> dict[str, str]:
    """Return name to bound, as in {"pandas": ">=3.0"}, of requirements as pip reads them."""
    parsed = [Requirement(each) for each in requirements]
    return {canonicalize_name(each.name): str(each.specifier) for each in parsed}


def conda_bounds(text: str) -> dict[str, str]:
    """Return name to bound of what conda installs, as conda reads it; raise InvalidMatchSpecError if it cannot."""
    entries = [each for each in yaml.safe_load(text)["dependencies"] if isinstance(each, str)]
    parsed = [MatchSpec(each, strict=True) for each in entries]
    return {canonicalize_name(each.name.normalized): str(each.version or "") for each in parsed}


def versions(text: str) -> dict[str, set[str]]:
    """Return name to the versions that a lock file has of it, one for each marker that leads to another."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def read(name: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_conda_reads_every_line_as_pip_does() -> None:
    entries = [each for each in yaml.safe_load(ENVIRONMENT)["dependencies"] if isinstance(each, str)]
    assert conda_bounds(ENVIRONMENT) == bounds(entries)


def test_a_line_that_conda_cannot_read_is_noticed() -> None:
    with pytest.raises(InvalidMatchSpecError):
        conda_bounds(ENVIRONMENT.replace("pandas >=3.0", "pandas >==3.0"))


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
