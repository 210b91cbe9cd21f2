"""Which machines may be connected to: those of the public network, unless the user allows more. What counts is the address of a connection, not a name."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Allows = Callable[[Address], bool]
"""Says whether an address of the network may be connected to."""

_NAT64 = IPv6Network("64:ff9b::/96")


def parsed(text: str) -> Address | None:
    """An address of the network as the system writes it, without its zone; None where it is none."""
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def is_loopback(text: str) -> bool:
    """Whether an address, as the system writes it, is this machine's own."""
    found = parsed(text)
    return found is not None and (getattr(found, "ipv4_mapped", None) or found).is_loopback


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public network: not to this machine, a house, a link, a provider's inside, a group or a special use.

    Of an IPv6 address that stands for one of IPv4 (mapped, 6to4, Teredo, NAT64) that one must be public as well.
    """
    return all(_is_public(each) for each in _meant(address))


def anywhere(address: Address) -> bool:
    """Allows all."""
    return True


def kind_of(address: Address) -> str:
    """What an address that isn't public is, in a word."""
    last = _meant(address)[-1]
    if last.is_loopback:
        return "loopback"
    if last.is_link_local:
        return "link-local"
    return "private" if last.is_private or (isinstance(last, IPv6Address) and last.is_site_local) else "special"


def _meant(address: Address) -> tuple[Address, ...]:
    """The address, and the one of IPv4 that it stands for."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)  # the very same connection
    if address.sixtofour:
        return address, address.sixtofour
    if address.teredo:
        return address, *address.teredo
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)


def _is_public(address: Address) -> bool:
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback or site_local
    )
