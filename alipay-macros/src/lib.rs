//! The declaration language of `alipay-core`.
