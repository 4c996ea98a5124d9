//! What a request has to say: `biz_content`, and the parameters beside it.

use std::borrow::Cow;

use super::Shared;
use super::method::Method;
use super::options::Options;
use crate::charset::Charset;
use crate::encryption::Encryption;
use crate::error::{Cause, Error};
use crate::json;
use crate::parameters::Parameters;
use crate::record::{Record, Value};
use crate::schema::{Field, Severity, Shape};
use crate::trail::Trail;
use crate::upload::{OpenFile, Upload};
use crate::validate;
use crate::violation::{RuleCode, Violation, Violations};

/// What is to be sent, typed or as it was given.
pub(crate) enum Content<'a> {
    Record(&'a dyn Record),
    Json(String),
}

/// Open files with the names of their parts.
pub(super) type Files = Vec<(&'static str, OpenFile)>;

impl<'a> Content<'a> {
    /// Checks the declaration's rules, as far as the options want it.
    pub(super) fn validate(&self, options: &Options) -> Result<(), Error> {
        Violations::none_of(self.refusals(options)).map_err(|violations| Error::unsent(Cause::Validation(violations)))
    }

    /// What the declaration's rules refuse, as far as the options want it.
    pub(super) fn refusals(&self, options: &Options) -> Vec<Violation> {
        let mut refusals = Vec::new();
        let Self::Record(record) = self else { return refusals };
        if options.unchecked {
            return refusals;
        }
        // To say what is advised against costs more than to find nothing wrong: only where somebody listens.
        let with_advice = tracing::event_enabled!(tracing::Level::DEBUG);
        validate::check(*record, with_advice, &mut |violation| {
            if violation.severity == Severity::Advise {
                tracing::debug!(path = %violation.path, rule = %violation.code, "advised against");
            } else if options.allows(&violation) {
                tracing::debug!(path = %violation.path, rule = %violation.code, "sent in spite of a rule");
            } else {
                refusals.push(violation);
            }
        });
        refusals
    }

    /// The files of an upload, with their fields.
    fn files(&self) -> impl Iterator<Item = (&'static Field, &Upload)> {
        let record = match self {
            Self::Record(record) => Some(*record),
            Self::Json(_) => None,
        };
        record.into_iter().flat_map(|record| {
            let fields = record.schema().fields.iter().enumerate();
            let files = fields.filter(|(_, field)| matches!(field.shape, Shape::File));
            files.filter_map(|(index, field)| match record.get(index) {
                Value::File(file) => Some((field, file)),
                _ => None,
            })
        })
    }

    /// Whether there is a file, which only the client itself can send.
    pub(super) fn has_files(&self) -> bool {
        self.files().next().is_some()
    }

    /// Opens the files. What is known of them from then on, [`validate`](Self::validate) looks at; the rest
    /// is watched while they are sent.
    pub(super) async fn open_files(&self, options: &Options) -> Result<Files, Error> {
        let Self::Record(record) = self else { return Ok(Files::new()) };
        let mut files = Files::new();
        for (field, file) in self.files() {
            let is_watched = !options.unchecked && !options.allows_at(field.wire, RuleCode::MaxBytes);
            let max_bytes = if is_watched { validate::max_bytes(*record, field) } else { None };
            files.push((field.wire, file.open(field.wire).await?.at_most(max_bytes)));
        }
        Ok(files)
    }

    /// Adds `biz_content`, encrypted if it is to be, and the parameters beside it. Says how it was encrypted.
    pub(super) fn add_to<'p>(
        &'p self,
        parameters: &mut Parameters<'p>,
        method: &Method,
        client: &Shared,
        options: &Options,
    ) -> Result<Encryption, Error>
    where
        'a: 'p,
    {
        let charset = parameters.charset();
        let biz_content = self.add_plain_to(parameters, method)?;
        let encryption = match (options.encryption.or(client.encryption), biz_content.is_empty()) {
            // What the client wants for all its calls cannot be had where there is nothing to encrypt.
            (_, true) if options.encryption.is_none_or(|wanted| wanted == Encryption::Off) => Encryption::Off,
            (_, true) => return Err(Error::configuration("the request has no `biz_content` that could be encrypted")),
            (wanted, false) if method.encrypts => wanted.unwrap_or(Encryption::Aes),
            (wanted, false) => wanted.unwrap_or(Encryption::Off),
        };
        if encryption == Encryption::Off {
            parameters.add("biz_content", biz_content);
            return Ok(encryption);
        }
        parameters.add("biz_content", encrypted(&biz_content, encryption, charset, client)?);
        parameters.add("encrypt_type", encryption.as_str());
        Ok(encryption)
    }

    /// Adds the parameters beside `biz_content` and gives that, as plain JSON.
    pub(super) fn add_plain_to<'p>(
        &'p self,
        parameters: &mut Parameters<'p>,
        method: &Method,
    ) -> Result<Cow<'p, str>, Error>
    where
        'a: 'p,
    {
        let record = match self {
            Self::Json(json) => return Ok(Cow::Borrowed(json)),
            Self::Record(record) => *record,
        };
        lacking(record, parameters.charset(), &Trail::Start)?;
        for name in method.parameters {
            if let Some(value) = top_level(record, name)? {
                parameters.add(name, value);
            }
        }
        let is_inside = |field: &Field| !method.parameters.contains(&field.wire) && !matches!(field.shape, Shape::File);
        if !record.schema().fields.iter().any(is_inside) {
            return Ok(Cow::Borrowed(""));
        }
        json::to_string_without(method.parameters, record).map(Cow::Owned).map_err(too_deep)
    }
}

fn encrypted(plain: &str, how: Encryption, charset: Charset, client: &Shared) -> Result<String, Error> {
    let Some(key) = &client.content_key else {
        let problem = "the request is to be encrypted, and the client has no content key: \
            set `content_key`, or send it with `encryption(Encryption::Off)`";
        return Err(Error::configuration(problem));
    };
    let plain = charset.encode(plain).ok_or_else(|| {
        let position = charset.first_lacking(plain).unwrap_or_default();
        Error::configuration(format!("{} lacks character {position} of `biz_content`", charset.as_str()))
    })?;
    key.encrypt(&plain, how).map_err(|error| Error::configuration_because("the request could not be encrypted", error))
}

/// The value of a field that is sent beside `biz_content`: texts and numbers as they are, what is
/// composed as JSON.
fn top_level<'r>(record: &'r dyn Record, name: &str) -> Result<Option<Cow<'r, str>>, Error> {
    let value = record.schema().index_of_wire(name).map_or(Value::Absent, |index| record.get(index));
    Ok(Some(match value {
        Value::Absent | Value::File(_) => return Ok(None),
        Value::Text(text) | Value::Enum { text, .. } => Cow::Borrowed(text),
        Value::Integer(whole) => Cow::Owned(whole.to_string()),
        Value::Amount(amount) => Cow::Owned(amount.to_string()),
        Value::DateTime(time) => Cow::Owned(time.to_string()),
        Value::Bool(truth) => Cow::Owned(truth.to_string()),
        Value::List(list) if list.is_empty() => return Ok(None),
        Value::List(_) | Value::Record(_) => Cow::Owned(json::value_to_string(value).map_err(too_deep)?),
    }))
}

fn too_deep(error: json::TooDeep) -> Error {
    Error::configuration_because("the request cannot be written as JSON", error)
}

/// Refuses a text that the charset cannot hold, by its wire path.
fn lacking(record: &dyn Record, charset: Charset, trail: &Trail<'_>) -> Result<(), Error> {
    if charset == Charset::Utf8 || trail.is_too_deep() {
        return Ok(());
    }
    for (index, field) in record.schema().fields.iter().enumerate() {
        lacking_in(record.get(index), charset, &Trail::Field(trail, field.wire))?;
    }
    Ok(())
}

fn lacking_in(value: Value<'_>, charset: Charset, trail: &Trail<'_>) -> Result<(), Error> {
    match value {
        Value::Text(text) | Value::Enum { text, .. } => match charset.first_lacking(text) {
            Some(position) => {
                let charset = charset.as_str();
                Err(Error::configuration(format!(
                    "{charset} lacks character {position} of `{trail}`: leave it out, or send this request in UTF-8"
                )))
            }
            None => Ok(()),
        },
        Value::Record(inner) => lacking(inner, charset, trail),
        Value::List(list) => {
            (0..list.len()).try_for_each(|index| lacking_in(list.get(index), charset, &Trail::Item(trail, index)))
        }
        _ => Ok(()),
    }
}
