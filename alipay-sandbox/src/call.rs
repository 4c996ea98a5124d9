//! One request as it reached the gateway, for handlers and for tests that assert what was sent.

use std::fmt;

use http::{HeaderMap, Version};
use serde_json::Value;

use crate::FilePart;

/// A request that the gateway has received and decoded.
///
/// `Debug` prints the names of the parameters, never their text.
#[derive(Clone)]
pub struct Call {
    pub(crate) parameters: Vec<(String, String)>,
    /// What `biz_content` is once it has been decrypted.
    pub(crate) content: Option<String>,
    pub(crate) files: Vec<FilePart>,
    pub(crate) http_method: http::Method,
    pub(crate) http_version: Version,
    pub(crate) headers: HeaderMap,
}

impl Call {
    /// All parameters, those of the query first, in the order they came.
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }

    /// The text of a parameter such as `app_auth_token`, if it was sent, as it was sent: an encrypted
    /// `biz_content` is the ciphertext.
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

    /// The business parameters as JSON, decrypted if they came encrypted; `Null` if there are none or
    /// they are no JSON.
    pub fn biz_content(&self) -> Value {
        self.content().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The text of `biz_content`, decrypted.
    pub(crate) fn content(&self) -> Option<&str> {
        self.content.as_deref().or_else(|| self.parameter("biz_content"))
    }

    /// The files of an upload, in the order they came. Its text parts are among the
    /// [`parameters`](Self::parameters).
    pub fn files(&self) -> &[FilePart] {
        &self.files
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
