//! What is answered to a post to the application gateway.

use std::fmt;

use super::{Messages, check};
use crate::client::Client;
use crate::notify::Reply;

/// What to answer to a post to the application gateway. Alipay reads nothing but the body.
///
/// # The check of the gateway
///
/// Before it takes an address for an application gateway, the platform may post
/// `service=alipay.service.check` there. If Alipay signed that, the answer is a small XML document with
/// the application's public key and a signature over both; if not, it is `fail`.
///
/// That the signature covers the text between `<response>` and `</response>`, the names of the elements
/// and the encoding GBK are as in the platform's own examples. The order of the two elements inside is
/// written down nowhere, and nothing of this was tried against the platform.
#[derive(Clone, PartialEq, Eq)]
pub struct GatewayAnswer {
    status: u16,
    content_type: &'static str,
    body: Vec<u8>,
}

impl GatewayAnswer {
    pub(super) async fn to_post(messages: &Messages, client: &Client, body: &[u8], content_type: Option<&str>) -> Self {
        let Ok(posted) = client.notification(body, content_type).await else {
            return Self::word(Reply::Fail);
        };
        if check::is_check(&posted) {
            let answer = check::answer(client).await;
            return answer.map_or_else(|_| Self::word(Reply::Fail), Self::xml);
        }
        let Ok(message) = client.opened_message(&posted, content_type) else {
            return Self::word(Reply::Fail);
        };
        Self::word(messages.handle(message).await.into())
    }

    fn word(reply: Reply) -> Self {
        let body = reply.as_str().into();
        Self { status: reply.status(), content_type: "text/plain;charset=utf-8", body }
    }

    fn xml(body: Vec<u8>) -> Self {
        Self { status: 200, content_type: "text/xml;charset=GBK", body }
    }

    /// The HTTP status that fits: 200, or 500 for `fail`.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The value of the header `Content-Type`.
    pub fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The bytes to answer, and no others.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The bytes to answer.
    pub fn into_body(self) -> Vec<u8> {
        self.body
    }
}

/// The status, the type and the bytes.
#[cfg(feature = "axum")]
impl axum_core::response::IntoResponse for GatewayAnswer {
    fn into_response(self) -> axum_core::response::Response {
        let status = http::StatusCode::from_u16(self.status).unwrap_or_default();
        (status, [(http::header::CONTENT_TYPE, self.content_type)], self.body).into_response()
    }
}

impl fmt::Debug for GatewayAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = format_args!("<{} bytes>", self.body.len());
        f.debug_struct("GatewayAnswer").field("status", &self.status).field("body", &body).finish_non_exhaustive()
    }
}
