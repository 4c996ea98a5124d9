//! One request as it reached the gateway, for handlers and for tests that assert what was sent.

use std::fmt;

use http::{HeaderMap, Version};
use serde_json::Value;

/// A request that the gateway has received and decoded.
///
/// `Debug` prints the names of the parameters, never their text.
#[derive(Clone)]
pub struct Call {
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) http_method: http::Method,
    pub(crate) http_version: Version,
    pub(crate) headers: HeaderMap,
}

impl Call {
    /// All parameters, those of the query first, in the order they came.
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }

    /// The text of a parameter such as `app_auth_token`, if it was sent.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The platform's method, such as `koubei.marketing.tool.points.update`; empty if there is none.
    pub fn method(&self) -> &str {
        self.parameter("method").unwrap_or_default()
    }

    /// The application's id; empty if there is none.
    pub fn app_id(&self) -> &str {
        self.parameter("app_id").unwrap_or_default()
    }

    /// The business parameters as JSON; `Null` if there are none or they are no JSON.
    pub fn biz_content(&self) -> Value {
        self.parameter("biz_content").and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// `GET` or `POST`.
    pub fn http_method(&self) -> &http::Method {
        &self.http_method
    }

    /// HTTP/1.1 or HTTP/2.
    pub fn http_version(&self) -> Version {
        self.http_version
    }

    /// The headers of the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parameters.iter().map(|(name, _)| name).collect();
        f.debug_struct("Call").field("method", &self.method()).field("parameters", &names).finish_non_exhaustive()
    }
}
