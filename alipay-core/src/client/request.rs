//! From a request to its signed parameters, and from these to whoever carries them.

use std::borrow::Cow;
use std::time::Instant;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::header::{CONTENT_TYPE, HeaderValue, USER_AGENT};

use super::content::{Content, Files};
use super::method::Method;
use super::options::Options;
use super::retry::Repetition;
use super::{Client, Shared};
use crate::api::Api;
use crate::charset::Charset;
use crate::encryption::Encryption;
use crate::error::{Cause, ClockSkew, Error};
use crate::form::Form;
use crate::ledger::number_of;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::time::DateTime;
use crate::transport::{Claim, RequestBody};
use crate::upload::Multipart;

/// A request with everything that is to be said about it, not signed yet.
pub(crate) struct Draft<'a> {
    pub(super) client: &'a Shared,
    pub(super) method: Method,
    pub(super) content: Content<'a>,
    pub(super) options: Options,
}

impl<'a> Draft<'a> {
    pub(crate) fn of_record(client: &'a Client, api: &'static Api, record: &'a dyn Record, options: Options) -> Self {
        Self { client: &client.shared, method: Method::declared(api), content: Content::Record(record), options }
    }

    pub(crate) fn of_json(client: &'a Client, method: String, biz_content: String, options: Options) -> Self {
        let (method, content) = (Method::undeclared(method), Content::Json(biz_content));
        Self { client: &client.shared, method, content, options }
    }

    /// Whether the request may be carried out twice. Of one that may answer that it is in progress, as a
    /// payment does, the outcome has to be asked for.
    pub(super) fn repetition(&self) -> Repetition {
        let Method { read_only, in_progress, idempotent_by, .. } = self.method;
        match &self.content {
            Content::Record(_) if read_only => Repetition::Harmless,
            Content::Record(request) if !in_progress && number_of(*request, idempotent_by).is_some() => {
                Repetition::Harmless
            }
            _ => Repetition::OnlyUnsent,
        }
    }

    /// Says what cannot be sent, before anything is done.
    pub(super) fn check(&self) -> Result<(), Error> {
        self.check_call()?;
        self.content.validate(&self.options)
    }

    /// Says which options cannot be.
    pub(super) fn check_call(&self) -> Result<(), Error> {
        self.options.check(self.method.parameters).map_err(Error::configuration)?;
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._".contains(&byte);
        if self.method.name.is_empty() || !self.method.name.bytes().all(is_name) {
            return Err(Error::configuration("the name of the method is not one, such as alipay.trade.query"));
        }
        Ok(())
    }

    /// Opens the files of an upload, which is before [`check`](Self::check) looks at them.
    pub(super) async fn open_files(&self) -> Result<Files, Error> {
        self.content.open_files(&self.options).await
    }

    /// Signs what [`check`](Self::check) found good.
    pub(super) async fn sign(&self) -> Result<Signed<'_>, Error> {
        let Self { client, method, content, options } = self;
        let charset = options.charset.unwrap_or(client.charset);
        let mut parameters = Parameters::in_charset(charset);
        let encryption = content.add_to(&mut parameters, method, client, options)?;
        for (name, value) in options.common.or(&client.common) {
            // What the request itself says comes first.
            if !parameters.contains(name) {
                parameters.add(name, value);
            }
        }
        parameters.add("app_id", &client.app_id);
        if let Some(certificates) = &client.certificates {
            parameters.add("app_cert_sn", certificates.app_cert_sn.as_str());
            parameters.add("alipay_root_cert_sn", certificates.alipay_root_cert_sn.as_str());
        }
        parameters.add("method", &*method.name);
        parameters.add("format", "json");
        parameters.add("charset", charset.as_str());
        parameters.add("sign_type", client.signer.sign_type().as_str());
        let timestamp = (client.clock)();
        let dated = Instant::now();
        parameters.add("timestamp", timestamp.to_string());
        parameters.add("version", "1.0");
        for (name, value) in &options.parameters {
            parameters.add(name, value);
        }

        let signature = {
            let text = parameters
                .bytes_to_sign()
                .map_err(|lacking| Error::configuration(format!("{lacking}: leave it out, or use UTF-8")))?;
            client.signer.sign(&text).await.map_err(|error| Error::unsent(Cause::Signing(error)))?
        };
        parameters.add("sign", BASE64_STANDARD.encode(signature));
        Ok(Signed { client, parameters, encryption, timestamp, dated })
    }

    /// The request as one part of a batch: a JSON object with everything that would be beside it in a call of
    /// its own.
    pub(super) fn to_part(&self, position: usize, charset: Charset) -> Result<String, Error> {
        let Self { client, method, content, options } = self;
        let mut parameters = Parameters::in_charset(charset);
        parameters.add("method", &*method.name);
        parameters.add("batch_request_id", position.to_string());
        let biz_content = content.add_plain_to(&mut parameters, method)?;
        for (name, value) in options.common.or(&client.common) {
            // What the calling software is called stands beside the batch.
            if !parameters.contains(name) && name != "alipay_sdk" {
                parameters.add(name, value);
            }
        }
        for (name, value) in &options.parameters {
            parameters.add(name, value);
        }
        parameters.add("biz_content", biz_content);
        parameters
            .to_json()
            .map_err(|error| Error::configuration_because("a part of the batch cannot be written as JSON", error))
    }

    /// Checks and signs, for a request that somebody else carries.
    pub(crate) async fn checked_and_signed(&self) -> Result<Signed<'_>, Error> {
        let signed = async {
            self.check()?;
            if self.content.has_files() {
                return Err(Error::configuration("a file is sent by a call: no link, form or app carries it"));
            }
            self.sign().await
        };
        signed.await.map_err(|error| error.of_method(&self.method.name))
    }
}

/// The parameters of a request with their signature.
pub(crate) struct Signed<'a> {
    client: &'a Shared,
    parameters: Parameters<'a>,
    encryption: Encryption,
    timestamp: DateTime,
    /// When the clock was asked for the timestamp.
    dated: Instant,
}

impl Signed<'_> {
    /// How `biz_content` was encrypted.
    pub(super) fn encryption(&self) -> Encryption {
        self.encryption
    }

    /// How far the clocks are apart, by the `Date` of an answer whose head has just come.
    pub(super) fn clock_skew(&self, date: &str) -> Option<ClockSkew> {
        ClockSkew::of(self.timestamp, self.dated.elapsed(), date)
    }

    /// Adds to a refusal of the signature what was signed, where it matters.
    pub(super) fn explain(&self, error: Error) -> Error {
        error.with_signed(|| self.parameters.signed())
    }

    /// A request that the client sends, and the say over its body.
    pub(super) fn to_http(&self, files: Files) -> Result<(http::Request<RequestBody>, Claim), Error> {
        let (content_type, (body, claim)) = match self.parameters.charset() {
            charset if !files.is_empty() => {
                let parts = self.parts(files)?;
                let (content_type, end) = (parts.content_type(charset.as_str()), parts.end());
                (content_type.into(), RequestBody::streaming(parts, end))
            }
            charset => (form_type(charset), RequestBody::new(self.parameters.body())),
        };
        let content_type = match content_type {
            Cow::Borrowed(known) => HeaderValue::from_static(known),
            Cow::Owned(made) => HeaderValue::try_from(made)
                .map_err(|error| Error::configuration_because("the charset does not fit into a header", error))?,
        };
        http::Request::post(self.parameters.url(&self.client.gateway))
            .header(CONTENT_TYPE, content_type)
            .header(USER_AGENT, &self.client.user_agent)
            .body(body)
            .map(|request| (request, claim))
            .map_err(|error| Error::configuration_because("the request does not fit into a URL", error))
    }

    /// The body of an upload: the parameters that a form would hold, and the files.
    fn parts(&self, files: Files) -> Result<Multipart, Error> {
        let charset = self.parameters.charset();
        let mut parts = Multipart::new();
        for (name, value) in self.parameters.in_body() {
            // What the charset lacks was refused when the text was signed.
            parts.text(name, &charset.encode(value).unwrap_or_default());
        }
        for (name, file) in files {
            let file_name = file.escaped_name().into_owned();
            let in_charset = charset.encode(&file_name).ok_or_else(|| {
                Error::configuration(format!("{} lacks a character of the name of the file `{name}`", charset.as_str()))
            })?;
            parts.file(name, &in_charset, file);
        }
        Ok(parts)
    }

    /// A link that holds everything.
    pub(crate) fn to_link(&self) -> String {
        self.parameters.link(&self.client.gateway)
    }

    /// Everything, for an app.
    pub(crate) fn to_order_string(&self) -> String {
        self.parameters.all()
    }

    /// A form that a browser submits.
    pub(crate) fn to_form(&self) -> Result<Form, Error> {
        let inputs = self.parameters.in_body().map(|(name, value)| ((*name).to_owned(), value.clone().into_owned()));
        Form::new(self.parameters.url(&self.client.gateway), self.parameters.charset(), inputs.collect())
    }
}

fn form_type(charset: Charset) -> Cow<'static, str> {
    match charset {
        Charset::Utf8 => Cow::Borrowed("application/x-www-form-urlencoded;charset=utf-8"),
        charset => Cow::Owned(format!("application/x-www-form-urlencoded;charset={}", charset.as_str())),
    }
}
