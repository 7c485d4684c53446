"""Signed envelopes, made by a real signer."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from spiders.orders.document import read_document
from spiders.orders.signed import content_of

XML = b"""<?xml version="1.0"?><p:FatturaElettronica xmlns:p="x"><FatturaElettronicaBody><DatiGenerali>
<DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2025-01-06</Data><Numero>7/A</Numero>
</DatiGeneraliDocumento></DatiGenerali></FatturaElettronicaBody></p:FatturaElettronica>"""


def signed(content):
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Mario Rossi")])
    new = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    dated = new.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    certificate = dated.sign(key, hashes.SHA256())
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])


DER = signed(XML)


@pytest.mark.parametrize("body", [DER, base64.b64encode(DER), base64.encodebytes(DER)], ids=["der", "base64", "lines"])
def test_a_signed_invoice_is_read(body):
    (order,) = read_document(body, name="IT01_1.xml.p7m")
    assert (order.type, order.invoice_number, order.method) == ("invoice", "7/A", "fatturapa")


def test_what_is_signed_in_pieces_is_joined():
    pieces = b"".join(b"\x04\x82" + len(part).to_bytes(2) + part for part in (XML[:100], XML[100:]))
    octets = b"\x24\x80" + pieces + b"\0\0"
    body = b"\x30\x80\x06\x09" + bytes.fromhex("2a864886f70d010702") + b"\xa0\x80\x30\x80" + octets + b"\0\0" * 3
    assert content_of(body) == XML
    assert read_document(body, name="a.p7m")[0].invoice_number == "7/A"


@settings(max_examples=100, deadline=None)
@given(cut=st.integers(0, len(DER)), more=st.binary(max_size=30))
def test_a_torn_envelope_is_a_row_with_its_reason(cut, more):
    (order,) = read_document(DER[:cut] + more, name="a.p7m")
    assert order.invoice_number in {None, "7/A"}
    assert order.invoice_number or order.reason
