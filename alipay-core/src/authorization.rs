//! Links to the pages on which users and merchants authorise an application.

use std::fmt;

use http::Uri;

use crate::client::{Gateway, check_app_id};
use crate::error::Error;

/// The longest `state` that the platform hands back.
const MAX_STATE: usize = 100;

/// A link to one of Alipay's authorisation pages. It is not signed; nothing is sent from here.
///
/// Somebody who agrees there is sent back to the redirect address with a code, which
/// `alipay.system.oauth.token` (a user's `auth_code`) or `alipay.open.auth.token.app` (a merchant's
/// `app_auth_code`) changes into a token.
///
/// ```
/// use alipay_core::Authorization;
///
/// let link = Authorization::of_user("2021000000000001", "https://shop.example/login", ["auth_user"])
///     .state("c2Vzc2lvbjo0Mg")
///     .url()?;
/// assert_eq!(
///     link,
///     "https://openauth.alipay.com/oauth2/publicAppAuthorize.htm?app_id=2021000000000001\
///      &scope=auth_user&redirect_uri=https%3A%2F%2Fshop.example%2Flogin&state=c2Vzc2lvbjo0Mg"
/// );
/// # Ok::<(), alipay_core::Error>(())
/// ```
#[derive(Clone)]
#[must_use = "the link is made by `url()`"]
pub struct Authorization {
    who: Who,
    gateway: Gateway,
    app_id: String,
    redirect_uri: String,
    scope: String,
    state: String,
}

impl fmt::Debug for Authorization {
    /// Without the address and the `state`, which belongs to one user's session.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization")
            .field("who", &self.who)
            .field("gateway", &self.gateway)
            .field("app_id", &self.app_id)
            .finish_non_exhaustive()
    }
}

/// Who authorises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    User,
    Merchant,
}

impl Authorization {
    /// A user lets the application see what the scopes say, such as `auth_base` (who it is) or
    /// `auth_user` (name and picture as well). The redirect address has to be registered with the
    /// application.
    pub fn of_user<S: AsRef<str>>(
        app_id: impl Into<String>,
        redirect_uri: impl Into<String>,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        let scopes: Vec<S> = scopes.into_iter().collect();
        let scope = scopes.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(",");
        Self { who: Who::User, scope, ..Self::of_merchant(app_id, redirect_uri) }
    }

    /// A merchant lets the application, a third-party one, act for it.
    pub fn of_merchant(app_id: impl Into<String>, redirect_uri: impl Into<String>) -> Self {
        Self {
            who: Who::Merchant,
            gateway: Gateway::Production,
            app_id: app_id.into(),
            redirect_uri: redirect_uri.into(),
            scope: String::new(),
            state: String::new(),
        }
    }

    /// A text of up to 100 ASCII characters that comes back unchanged. Let nobody guess it, and compare
    /// it on return: otherwise somebody may log your user in under an account of their own.
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = state.into();
        self
    }

    /// Whose page it is; default production.
    pub fn gateway(mut self, gateway: Gateway) -> Self {
        self.gateway = gateway;
        self
    }

    /// The link.
    ///
    /// # Errors
    /// Of kind [`Configuration`](crate::ErrorKind::Configuration): what the platform would not accept.
    pub fn url(&self) -> Result<String, Error> {
        check_app_id(&self.app_id).map_err(Error::configuration)?;
        let redirect: Option<Uri> = self.redirect_uri.parse().ok();
        if !redirect.is_some_and(|uri| matches!(uri.scheme_str(), Some("http" | "https"))) {
            return Err(Error::configuration("the redirect address is no absolute http or https URL"));
        }
        if self.who == Who::User && self.scope.is_empty() {
            return Err(Error::configuration("a user authorises at least one scope, such as auth_base"));
        }
        if self.state.len() > MAX_STATE || !self.state.bytes().all(|byte| byte.is_ascii_graphic()) {
            let problem =
                format!("the state may have {MAX_STATE} ASCII characters without spaces; send base64 of yours");
            return Err(Error::configuration(problem));
        }
        let host = match self.gateway {
            Gateway::Production => "openauth.alipay.com",
            Gateway::Sandbox => "openauth-sandbox.dl.alipaydev.com",
        };
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("app_id", &self.app_id),
            ("scope", &self.scope),
            ("redirect_uri", &self.redirect_uri),
            ("state", &self.state),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let page = match self.who {
            Who::User => "publicAppAuthorize.htm",
            Who::Merchant => "appToAppAuth.htm",
        };
        Ok(format!("https://{host}/oauth2/{page}?{}", query.finish()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: &str = "2021000000000001";

    #[test]
    fn a_merchant_s_page_has_no_scope_and_the_sandbox_its_own_host() {
        let link = Authorization::of_merchant(APP, "https://isv.example/back?x=1&y=中");
        assert_eq!(
            link.gateway(Gateway::Sandbox).url().unwrap(),
            "https://openauth-sandbox.dl.alipaydev.com/oauth2/appToAppAuth.htm?app_id=2021000000000001\
             &redirect_uri=https%3A%2F%2Fisv.example%2Fback%3Fx%3D1%26y%3D%E4%B8%AD"
        );
        let link = Authorization::of_user(APP, "http://a.example/", ["auth_base", "auth_user"]).url().unwrap();
        assert!(link.contains("&scope=auth_base%2Cauth_user&"), "{link}");
    }

    #[test]
    fn what_the_platform_would_not_accept_is_told() {
        let user = |redirect: &str| Authorization::of_user(APP, redirect, ["auth_base"]);
        for (link, problem) in [
            (Authorization::of_merchant("", "https://a.example/"), "the app id is empty"),
            (user("/login"), "the redirect address"),
            (user("javascript:alert(1)"), "the redirect address"),
            (user("https://a.example/ b"), "the redirect address"),
            (Authorization::of_user(APP, "https://a.example/", [""; 0]), "at least one scope"),
            (user("https://a.example/").state("中"), "the state"),
            (user("https://a.example/").state("a b"), "the state"),
            (user("https://a.example/").state("x".repeat(101)), "the state"),
        ] {
            let error = link.url().unwrap_err().to_string();
            assert!(error.contains(problem), "{error}");
        }
    }
}
