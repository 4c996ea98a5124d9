//! From `biz_content` to a signed HTTP request.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::header::{CONTENT_TYPE, HeaderValue, USER_AGENT};

use super::Shared;
use super::options::Options;
use crate::error::{Cause, Error};
use crate::parameters::Parameters;
use crate::transport::{Claim, RequestBody};

/// A request that can be sent, and the say over its body.
pub(super) struct SignedRequest {
    pub(super) request: http::Request<RequestBody>,
    pub(super) claim: Claim,
}

impl SignedRequest {
    /// Takes `biz_content` by value: it may have megabytes and is not needed any more afterwards.
    pub(super) async fn make(
        client: &Shared,
        method: &str,
        biz_content: String,
        options: &Options,
    ) -> Result<Self, Error> {
        let timestamp = (client.clock)().to_string();
        let mut parameters = Parameters::new();
        parameters.add("app_id", &client.app_id);
        parameters.add("method", method);
        parameters.add("format", "json");
        parameters.add("charset", "utf-8");
        parameters.add("sign_type", client.signer.sign_type().as_str());
        parameters.add("timestamp", &timestamp);
        parameters.add("version", "1.0");
        parameters.add("notify_url", either(options.notify_url.as_deref(), client.notify_url.as_deref()));
        parameters.add("return_url", &options.return_url);
        parameters.add("app_auth_token", either(options.app_auth_token.as_deref(), client.app_auth_token.as_deref()));
        parameters.add("auth_token", &options.auth_token);
        parameters.add("biz_content", &biz_content);
        for (name, value) in &options.parameters {
            parameters.add(name, value);
        }

        let signature = {
            let text = parameters.text_to_sign();
            client.signer.sign(text.as_bytes()).await.map_err(|error| Error::unsent(Cause::Signing(error)))?
        };
        let sign = BASE64_STANDARD.encode(signature);
        parameters.add("sign", &sign);

        let (body, claim) = RequestBody::new(parameters.body());
        http::Request::post(format!("{}?{}", client.gateway, parameters.query()))
            .header(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded;charset=utf-8"))
            .header(USER_AGENT, &client.user_agent)
            .body(body)
            .map(|request| Self { request, claim })
            .map_err(|error| Error::configuration_because("the request does not fit into a URL", error))
    }
}

/// What the call says, or else the client.
fn either<'a>(call: Option<&'a str>, client: Option<&'a str>) -> &'a str {
    call.or(client).unwrap_or_default()
}
