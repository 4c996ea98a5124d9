//! Which links are followed.

use http::Uri;

use crate::client::is_loopback;

/// Reads a link, or says what is wrong with it, without a word of it: it holds a token.
pub(super) fn check(link: &str, is_sandbox: bool, also_from: Option<&str>) -> Result<Uri, &'static str> {
    let uri: Uri = link.parse().map_err(|_| "it is no URL")?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err("it is not absolute");
    };
    if authority.as_str().contains('@') {
        return Err("it has a user name");
    }
    let is_named = also_from.is_some_and(|named| named.eq_ignore_ascii_case(authority.as_str()));
    let is_https = match scheme {
        "https" => true,
        "http" if is_named && is_loopback(authority.host()) => false,
        "http" => return Err("it is plain http; ask for one with https (`secure`)"),
        _ => return Err("it is not https"),
    };
    if is_named {
        return Ok(uri);
    }
    let has_usual_port = authority.as_str() == authority.host() || authority.port_u16() == Some(443);
    if is_https && has_usual_port && is_alipays(authority.host(), is_sandbox) {
        Ok(uri)
    } else {
        Err("its host is none of Alipay's; `also_from` names others")
    }
}

/// Whether a host is Alipay's: of the domain that the gateway is in.
fn is_alipays(host: &str, is_sandbox: bool) -> bool {
    let host = host.to_ascii_lowercase();
    let is_of = |domain: &str| host.strip_suffix(domain).is_some_and(|ahead| ahead.is_empty() || ahead.ends_with('.'));
    is_of("alipay.com") || is_sandbox && is_of("alipaydev.com")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_alipay_over_https() {
        for link in [
            "https://dwbillcenter.alipay.com/downloadBillFile.resource?bizType=trade&token=1",
            "HTTPS://DwBillCenter.Alipay.Com/a",
            "https://alipay.com",
            "https://a.b.alipay.com:443/x#fragment",
        ] {
            assert!(check(link, false, None).is_ok(), "{link}");
        }
        for (link, problem) in [
            ("", "no URL"),
            ("https://", "no URL"),
            ("https://a b.alipay.com/", "no URL"),
            ("https://dwbillcenter.alipay.com/\r\nhost: x", "no URL"),
            ("/downloadBillFile.resource", "not absolute"),
            ("dwbillcenter.alipay.com", "not absolute"),
            ("http://dwbillcenter.alipay.com/a", "plain http"),
            ("ftp://dwbillcenter.alipay.com/a", "not https"),
            ("file:///etc/passwd", "no"),
            ("https://alipay.com@example.com/", "user name"),
            ("https://user:word@dwbillcenter.alipay.com/", "user name"),
            ("https://alipay.com.example.com/", "none of Alipay's"),
            ("https://example.com/alipay.com", "none of Alipay's"),
            ("https://example.com/?alipay.com", "none of Alipay's"),
            ("https://example.com#.alipay.com", "none of Alipay's"),
            ("https://example.com\\.alipay.com/", "no URL"),
            ("https://evilalipay.com/", "none of Alipay's"),
            ("https://alipay.com./", "none of Alipay's"),
            ("https://dwbillcenter.alipay.com:8443/", "none of Alipay's"),
            ("https://dwbillcenter.alipay.com:/", "none of Alipay's"),
            ("https://dwbillcenter.alipaydev.com/", "none of Alipay's"),
            ("https://169.254.169.254/latest/meta-data", "none of Alipay's"),
            ("https://[::1]/", "none of Alipay's"),
            ("https://localhost/", "none of Alipay's"),
            ("http://localhost/", "plain http"),
        ] {
            let found = check(link, false, None).unwrap_err();
            assert!(found.contains(problem), "{link}: {found}");
        }
    }

    #[test]
    fn the_sandbox_may_lead_to_its_own_domain() {
        let link = "https://dwbillcenter.alipaydev.com/a";
        assert!(check(link, true, None).is_ok());
        assert!(check("http://dwbillcenter.alipaydev.com/a", true, None).is_err());
        assert!(check("https://example.com/a", true, None).is_err());
    }

    #[test]
    fn one_more_host_can_be_named_with_its_port() {
        let named = Some("bills.example.com:8443");
        assert!(check("https://bills.example.com:8443/a", false, named).is_ok());
        assert!(check("https://BILLS.example.com:8443/a", false, named).is_ok());
        assert!(check("https://dwbillcenter.alipay.com/a", false, named).is_ok());
        for link in [
            "http://bills.example.com:8443/a",
            "https://bills.example.com/a",
            "https://a.bills.example.com:8443/a",
            "https://user@bills.example.com:8443/a",
        ] {
            assert!(check(link, false, named).is_err(), "{link}");
        }

        let named = Some("127.0.0.1:8080");
        assert!(check("http://127.0.0.1:8080/a", false, named).is_ok());
        assert!(check("http://127.0.0.1:8081/a", false, named).is_err());
        assert!(check("http://127.0.0.1:8080/a", false, Some("127.0.0.1")).is_err());
    }
}
