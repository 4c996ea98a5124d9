//! Where the gateway is.

use std::net::IpAddr;

use http::Uri;

/// A gateway of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Gateway {
    /// The real one.
    Production,
    /// The platform's own place for trying things out; it has keys and an app id of its own.
    Sandbox,
}

impl Gateway {
    /// Its URL.
    pub const fn url(self) -> &'static str {
        match self {
            Self::Production => "https://openapi.alipay.com/gateway.do",
            Self::Sandbox => "https://openapi-sandbox.dl.alipaydev.com/gateway.do",
        }
    }
}

/// Says what is wrong with the URL of a gateway.
pub(super) fn check_url(url: &str) -> Result<(), &'static str> {
    if url.contains(['?', '#']) {
        return Err("the gateway's URL has a query or fragment; the client adds the query itself");
    }
    let uri: Uri = url.parse().map_err(|_| "the gateway's URL is not a URL")?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err("the gateway's URL is not absolute: it has to start with https://");
    };
    if authority.as_str().contains('@') || authority.host().is_empty() {
        return Err("the gateway's URL needs a host, without a user name");
    }
    // Unreadable, a port would be taken for the usual one.
    if authority.as_str() != authority.host() && authority.port_u16().is_none() {
        return Err("the gateway's URL names a port that is none");
    }
    match scheme {
        "https" => Ok(()),
        "http" if is_loopback(authority.host()) => Ok(()),
        "http" => Err("the gateway's URL has to be https; plain http is for this computer only"),
        _ => Err("the gateway's URL has to be https"),
    }
}

/// Whether a host is this computer.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_or_this_computer() {
        for url in [
            Gateway::Production.url(),
            Gateway::Sandbox.url(),
            "https://pay.example.com:8443/a/gateway.do",
            "https://example.com",
            "http://127.0.0.1:80/gateway.do",
            "http://[::1]:80/",
            "http://localhost:8080/gateway.do",
            "HTTP://LocalHost/",
            "http://127.8.9.10/",
        ] {
            assert_eq!(check_url(url), Ok(()), "{url}");
        }
        for (url, problem) in [
            ("", "not a URL"),
            ("gateway.do", "not absolute"),
            ("/gateway.do", "not absolute"),
            ("openapi.alipay.com", "not absolute"),
            ("https://", "not a URL"),
            ("https://a b/", "not a URL"),
            ("https://例子/", "not a URL"),
            ("https://user:word@example.com/", "without a user name"),
            ("https://example.com/gateway.do?x=1", "query or fragment"),
            ("https://example.com/#x", "query or fragment"),
            ("ftp://example.com/", "has to be https"),
            ("http://openapi.alipay.com/gateway.do", "plain http"),
            ("http://127.0.0.1.example.com/", "plain http"),
            ("http://localhost.example.com/", "plain http"),
            ("http://0.0.0.0/", "plain http"),
            ("http://10.0.0.1/", "plain http"),
            ("http://[::ffff:10.0.0.1]/", "plain http"),
            ("https://example.com/gateway.do ", "not a URL"),
            ("https://example.com/gateway.do\n", "not a URL"),
            ("https://example.com:65536/", "a port that is none"),
            ("https://example.com:x/", "a port that is none"),
            ("https://example.com:/", "a port that is none"),
            ("https://:443/", "needs a host"),
        ] {
            let found = check_url(url).unwrap_err();
            assert!(found.contains(problem), "{url}: {found}");
        }
    }
}
