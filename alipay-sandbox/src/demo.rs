//! An application made for trying things out, with keys that everybody has and that are worth
//! nothing outside this gateway.

/// The demo application's id.
pub const APP_ID: &str = "2021000000000001";

/// The demo application's private key, PEM (PKCS#8): what a client signs with.
pub const PRIVATE_KEY: &str = include_str!("../test-keys/application-private.pem");

/// The demo application's public key, PEM: what the gateway verifies with.
pub const PUBLIC_KEY: &str = include_str!("../test-keys/application-public.pem");

/// The key with which a gateway signs its answers unless it is given another one.
pub(crate) const ALIPAY_PRIVATE_KEY: &str = include_str!("../test-keys/alipay-private.pem");

/// The public half, which clients take for Alipay's.
pub(crate) const ALIPAY_PUBLIC_KEY: &str = include_str!("../test-keys/alipay-public.pem");
