//! What both kinds of program have in common: 64 at once, and the library that signs.

use std::error::Error;
use std::fs;

#[cfg(feature = "aws-lc-rs")]
pub use aws_lc_rs::{rand, signature};
#[cfg(not(feature = "aws-lc-rs"))]
pub use ring::{rand, signature};
#[cfg(feature = "aws-lc-rs")]
pub use rustls::crypto::aws_lc_rs as provider;
#[cfg(not(feature = "aws-lc-rs"))]
pub use rustls::crypto::ring as provider;
use tokio::task::JoinSet;

pub const APP_ID: &str = "2021000000000001";
pub const PRIVATE_KEY: &str = include_str!("../../../../tests/data/test-keys/app_pkcs8.pem");
pub const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../../tests/data/test-keys/alipay_pub.pem");

/// So many at once.
const WIDE: usize = 64;

/// Calls `count` times, 64 at once, and says what memory that took: the peak, and what of it is now in use and
/// of no file, in kibibytes.
pub async fn at_once<F>(count: usize, call: impl Fn() -> F + Clone + Send + 'static) -> Result<(), Box<dyn Error>>
where
    F: Future<Output = Result<(), String>> + Send,
{
    let mut callers = JoinSet::new();
    for _ in 0..WIDE {
        let call = call.clone();
        callers.spawn(async move {
            for _ in 0..count / WIDE {
                call().await?;
            }
            Ok::<_, String>(())
        });
    }
    while let Some(outcome) = callers.join_next().await {
        outcome??;
    }
    let status = fs::read_to_string("/proc/self/status")?;
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().strip_suffix(" kB").map(str::to_owned)
    };
    println!("{} {}", field("VmHWM:").ok_or("no peak")?, field("RssAnon:").ok_or("no memory")?);
    Ok(())
}
