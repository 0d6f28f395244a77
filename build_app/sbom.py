"""Software bill of materials of the frozen program, in CycloneDX's JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as BomComponent
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseAcknowledgement, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import ExpressionError, get_spdx_licensing
from packageurl import PackageURL

from build_app.inventory import Component
from build_app.project import PackageError

_NAMESPACES: Final = {"deb": "debian"}


class InvalidBomError(PackageError):
    """A bill of materials does not follow CycloneDX's schema.

    Args:
        error: what the validation found.
    """

    def __init__(self, error: object) -> None:
        super().__init__(f"The bill of materials is not valid: {error}")


def document(
    components: Sequence[Component],
    version: str,
    *,
    time: int,
    files: Iterable[tuple[str, str]] = (),
) -> str:
    """Return the bill of materials of the program, the same for the same arguments.

    Args:
        components: the inventory of the program.
        version: its version.
        time: time of the build, in seconds since 1970.
        files: name and SHA-256 of each package.

    Raises:
        InvalidBomError: it does not follow the schema.
    """
    bom = Bom()
    program = BomComponent(
        name="osubrowser",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="osubrowser",
        licenses=[LicenseExpression("MIT")],
    )
    bom.metadata.component = program
    bom.metadata.timestamp = datetime.fromtimestamp(time, UTC)
    rows = {(one.parent, one.name): _component(one) for one in components}
    for one in components:
        row = rows[one.parent, one.name]
        bom.components.add(row)
        parent = rows.get(("", one.parent)) if one.parent else program
        bom.register_dependency(parent or program, [row])
    for name, digest in files:
        package = BomComponent(
            name=name,
            version=version,
            type=ComponentType.FILE,
            bom_ref=f"file:{name}",
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        )
        program.components.add(package)
    names = "\n".join(sorted(row.bom_ref.value or "" for row in rows.values()))
    bom.serial_number = uuid5(NAMESPACE_URL, f"osubrowser {version}\n{names}")
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error is not None:
        raise InvalidBomError(error)
    return text + "\n"


def _component(one: Component) -> BomComponent:
    address = PackageURL(one.origin, _NAMESPACES.get(one.origin), one.name, one.version)
    reference = f"{address.to_string()}#{one.parent}" if one.parent else address.to_string()
    return BomComponent(
        name=one.name,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=reference,
        purl=address,
        licenses=_licences(one.licence),
    )


def _licences(text: str) -> list[LicenseExpression | DisjunctiveLicense]:
    """Return a licence as an SPDX expression if it is one, else by its name."""
    if not text:
        return []
    try:
        get_spdx_licensing().parse(text, validate=True)
    except ExpressionError:
        declared = LicenseAcknowledgement.DECLARED
        return [DisjunctiveLicense(name=text, acknowledgement=declared)]
    return [LicenseExpression(text)]
