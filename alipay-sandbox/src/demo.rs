//! Applications made for trying things out, with keys and certificates that everybody has and that
//! are worth nothing outside this gateway.

/// The id of the demo application that is registered by its key.
pub const APP_ID: &str = "2021000000000001";

/// The id of the demo application that is registered by its certificate.
pub const CERTIFICATE_APP_ID: &str = "2021000000000002";

/// The private key of both demo applications, PEM (PKCS#8): what a client signs with.
pub const PRIVATE_KEY: &str = include_str!("../test-keys/application-private.pem");

/// The public key of both demo applications, PEM: what the gateway verifies with.
pub const PUBLIC_KEY: &str = include_str!("../test-keys/application-public.pem");

/// The certificate of [`CERTIFICATE_APP_ID`], PEM.
pub const CERTIFICATE: &str = include_str!("../test-keys/certificates/application.crt");

/// The root certificates, PEM: one of SM2, one of RSA, one of elliptic curves, as the platform's file
/// has them. The other certificates come from the second.
pub const ROOT_CERTIFICATES: &str = include_str!("../test-keys/certificates/roots.crt");

/// The certificate with which a gateway signs its answers to applications with a certificate unless it
/// is given another one, and the one above it, PEM.
pub const ALIPAY_CERTIFICATE: &str = include_str!("../test-keys/certificates/alipay-chain.crt");

/// Another such certificate, from the same root, for
/// [`Gateway::use_certificate`](crate::Gateway::use_certificate).
pub const NEXT_ALIPAY_CERTIFICATE: &str = include_str!("../test-keys/certificates/alipay-next-chain.crt");

/// The private key of [`NEXT_ALIPAY_CERTIFICATE`], PEM (PKCS#8).
pub const NEXT_ALIPAY_PRIVATE_KEY: &str = include_str!("../test-keys/certificates/alipay-next-private.pem");

/// The content key of both demo applications, base64.
pub const CONTENT_KEY: &str = "aa4BtZ4tspm2wnXLb1ThQA==";

/// The key with which a gateway signs its answers unless it is given another one.
pub(crate) const ALIPAY_PRIVATE_KEY: &str = include_str!("../test-keys/alipay-private.pem");

/// The public half, which clients take for Alipay's.
pub(crate) const ALIPAY_PUBLIC_KEY: &str = include_str!("../test-keys/alipay-public.pem");
