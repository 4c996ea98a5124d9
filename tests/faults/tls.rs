//! TLS as a host should not speak it.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, KeyUsagePurpose, date_time_ymd};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::fault::Certificate;

/// Two authorities, one of which the client trusts.
pub(crate) struct Certificates {
    trusted: CertifiedIssuer<'static, KeyPair>,
    foreign: CertifiedIssuer<'static, KeyPair>,
}

impl Certificates {
    pub(crate) fn make() -> Self {
        Self { trusted: authority(), foreign: authority() }
    }

    pub(crate) fn trusted_pem(&self) -> String {
        self.trusted.pem()
    }

    /// Agrees on TLS as the host that the certificate makes of it. `None`: the client did not agree.
    pub(crate) async fn accept(
        &self,
        certificate: Certificate,
        protocol: &[u8],
        stream: TcpStream,
    ) -> Option<TlsStream<TcpStream>> {
        let host = if let Certificate::OfAnotherHost = certificate { "other.example.com" } else { "localhost" };
        let issuer = if let Certificate::Foreign = certificate { &self.foreign } else { &self.trusted };
        let mut params = CertificateParams::new([host.to_owned()]).unwrap();
        if let Certificate::Expired = certificate {
            params.not_before = date_time_ymd(2020, 1, 1);
            params.not_after = date_time_ymd(2021, 1, 1);
        }
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, issuer).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        config.alpn_protocols = vec![protocol.to_vec()];
        TlsAcceptor::from(Arc::new(config)).accept(stream).await.ok()
    }
}

fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// Whether the client begins with a TLS record.
pub(crate) async fn is_tls(stream: &TcpStream) -> bool {
    let mut first = [0];
    matches!(stream.peek(&mut first).await, Ok(1)) && first == [0x16]
}

/// Answers a `ClientHello` by choosing TLS 1.0, and waits for what the client says to that.
pub(crate) async fn speak_1_0(mut stream: TcpStream) {
    let mut hello = [0; 4096];
    let _ = stream.read(&mut hello).await;
    // A handshake record with a ServerHello: version, random, no session, one suite, no compression.
    let mut record = vec![0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1];
    record.extend([7; 32]);
    record.extend([0, 0x00, 0x2f, 0]);
    let _ = stream.write_all(&record).await;
    let _ = stream.read_to_end(&mut Vec::new()).await;
}
