//! The two requests that open a WebSocket for messages: a signed registration, and a signed handshake
//! with the token that it gave.

use std::time::{Duration, SystemTime};

use encoding_rs::{Encoding, UTF_8};
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, header, request};
use hyper::body::Incoming;
use serde_json::json;
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::{Desk, Outcome};
use crate::body::AnswerBody;
use crate::channel::REGISTER;
use crate::checks::{invalid, invalid_parameter};
use crate::envelope::{Answer, Context};
use crate::form::Form;
use crate::{Call, Reply};

/// The part of the platform that this gateway is.
const ZONE: HeaderValue = HeaderValue::from_static("zone=GZ00A; Path=/; HttpOnly");
const ZONE_AGAIN: &str = "zone=GZ00A;";

impl Desk {
    /// Gives a token for one connection. Registrations are recorded among the calls, with the path as
    /// their method, and answered as a test says for that.
    pub(super) fn register(&self, head: &request::Parts) -> Outcome {
        let (reply, call) = match self.signed(head) {
            Err(reply) => (reply, None),
            Ok((mut call, _)) => {
                let token = self.channel.register(call.app_id());
                call.parameters.push(("method".to_owned(), REGISTER.to_owned()));
                self.calls.push(&call);
                let reply = self.methods.answer(&call);
                (reply.unwrap_or_else(|| Reply::success(json!({ "link_token": token }))), Some(call))
            }
        };
        let application = call.as_ref().and_then(|call| self.checks.application(call));
        let key = self.keys.for_application(application);
        let context = Context { call: None, charset: UTF_8, key, cipher: None };
        let Some(answer) = Answer::seal(reply.under("response"), &context) else {
            return Outcome::Disconnect;
        };
        match self.respond(answer, false) {
            Outcome::Response(mut response) => {
                response.headers_mut().insert(header::SET_COOKIE, ZONE);
                Outcome::Response(response)
            }
            Outcome::Disconnect => Outcome::Disconnect,
        }
    }

    /// Opens the WebSocket, if the token is good for it.
    pub(super) fn connect(
        &self,
        request: &mut Request<Incoming>,
        stopping: watch::Receiver<bool>,
    ) -> Response<AnswerBody> {
        let mut response = Response::new(AnswerBody::whole(bytes::Bytes::new()));
        *response.status_mut() = StatusCode::UNAUTHORIZED;
        let (mut head, ()) = Request::new(()).into_parts();
        head.uri = request.uri().clone();
        head.headers = request.headers().clone();
        let Ok((call, _)) = self.signed(&head) else { return response };
        let token = call.parameter("link_token").unwrap_or_default();
        let is_in_zone = head.headers.get(header::COOKIE).is_some_and(|cookie| cookie == ZONE_AGAIN);
        if !is_in_zone || !self.channel.redeem(token, call.app_id()) {
            return response;
        }
        let Some(accept) = accept(&head.headers) else {
            *response.status_mut() = StatusCode::BAD_REQUEST;
            return response;
        };
        self.channel.open(call.app_id(), hyper::upgrade::on(request), stopping);
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        for (name, value) in [
            (header::CONNECTION, HeaderValue::from_static("Upgrade")),
            (header::UPGRADE, HeaderValue::from_static("websocket")),
            (header::SEC_WEBSOCKET_ACCEPT, accept),
        ] {
            response.headers_mut().insert(name, value);
        }
        response
    }

    /// The parameters of the query, if an application signed them just now.
    fn signed(&self, head: &request::Parts) -> Result<(Call, &'static Encoding), Reply> {
        let query = head.uri.query().unwrap_or_default().as_bytes();
        let form = Form::parse(query, b"").map_err(|_| invalid_parameter("the query is no form").unsigned())?;
        let call = Call {
            parameters: form.parameters,
            content: None,
            files: Vec::new(),
            http_method: head.method.clone(),
            http_version: head.version,
            headers: head.headers.clone(),
        };
        let Some(application) = self.checks.application(&call) else {
            return Err(invalid("isv.invalid-app-id", "no application has this app_id").unsigned());
        };
        let Some(charset) = form.charset else {
            return Err(invalid("isv.invalid-charset", "charset must be utf-8, GBK, GB2312 or GB18030"));
        };
        let refused = self
            .refuse_milliseconds(&call)
            .or_else(|| application.refuse_sign_type(&call))
            .or_else(|| application.refuse_certificates(&call, &self.checks.roots))
            .or_else(|| application.refuse_signature(&call, charset));
        refused.map_or(Ok((call, charset)), Err)
    }

    /// The answer to a request whose `timestamp`, in milliseconds, is far from the gateway's clock.
    fn refuse_milliseconds(&self, call: &Call) -> Option<Reply> {
        let milliseconds = call.parameter("timestamp").and_then(|text| text.parse().ok());
        let sent = milliseconds.map(|sent| SystemTime::UNIX_EPOCH + Duration::from_millis(sent));
        let now = (self.clock)();
        let distance = |sent| now.duration_since(sent).unwrap_or_else(|ahead| ahead.duration());
        let is_near = sent.is_some_and(|sent| distance(sent) <= self.checks.timestamp_window);
        (!is_near).then(|| invalid("isv.invalid-timestamp", "timestamp must be now, in milliseconds"))
    }
}

fn accept(headers: &HeaderMap) -> Option<HeaderValue> {
    let is = |name, expected: &str| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
            .is_some_and(|text| text.eq_ignore_ascii_case(expected))
    };
    let key = headers.get(header::SEC_WEBSOCKET_KEY)?;
    if !is(header::UPGRADE, "websocket") || !is(header::SEC_WEBSOCKET_VERSION, "13") {
        return None;
    }
    HeaderValue::try_from(derive_accept_key(key.as_bytes())).ok()
}
