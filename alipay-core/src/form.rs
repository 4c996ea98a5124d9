//! The HTML form with which a browser carries a request to Alipay.

use std::fmt;

use crate::charset::Charset;
use crate::error::Error;

/// A form that submits itself: the answer to a user who wants to pay.
///
/// [`Display`](fmt::Display) writes it as HTML, to be served as `text/html` by itself or inside a page
/// of your own. The text is plain ASCII, whatever the request says, so the charset of the page around it
/// does not matter. A script of one line submits it; where a content security policy forbids that, or
/// the page is built by a template, use [`action`](Self::action) and [`inputs`](Self::inputs), and
/// submit in the [`accept_charset`](Self::accept_charset).
#[derive(Clone, PartialEq, Eq)]
pub struct Form {
    action: String,
    charset: Charset,
    inputs: Vec<(String, String)>,
}

impl Form {
    pub(crate) fn new(action: String, charset: Charset, inputs: Vec<(String, String)>) -> Result<Self, Error> {
        // Browsers write line breaks in their own way, and HTML has no spelling for other control
        // characters: what arrived would not be what was signed.
        match inputs.iter().find(|(_, value)| value.chars().any(char::is_control)) {
            None => Ok(Self { action, charset, inputs }),
            Some((name, _)) => Err(Error::configuration(format!(
                "`{name}` holds a control character, which no browser carries as it is: use the link, or leave it out"
            ))),
        }
    }

    /// The address to which it is posted, with the common parameters and the signature.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// The charset in which it has to be submitted.
    pub fn accept_charset(&self) -> Charset {
        self.charset
    }

    /// Names and values of the hidden inputs, unescaped.
    pub fn inputs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.inputs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (action, charset) = (Escaped(&self.action), self.charset.as_str());
        writeln!(f, r#"<form id="alipay" method="post" action="{action}" accept-charset="{charset}">"#)?;
        for (name, value) in self.inputs() {
            writeln!(f, r#"<input type="hidden" name="{}" value="{}">"#, Escaped(name), Escaped(value))?;
        }
        // The words go to a browser without scripts: "Continue to Alipay", in the user's language.
        writeln!(f, r#"<noscript><input type="submit" value="{}"></noscript>"#, Escaped("前往支付宝"))?;
        writeln!(f, "</form>")?;
        // Not `form.submit()`: a parameter of that name would stand in the method's place.
        write!(f, r#"<script>HTMLFormElement.prototype.submit.call(document.getElementById("alipay"));</script>"#)
    }
}

impl fmt::Debug for Form {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form")
            .field("inputs", &self.inputs().map(|(name, _)| name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// The value of an attribute, in ASCII.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                ' '..='~' => write!(f, "{character}")?,
                other => write!(f, "&#{};", u32::from(other))?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(value: &str) -> Result<Form, Error> {
        let action = "https://example.com/gateway.do?charset=utf-8&notify_url=%22".to_owned();
        Form::new(action, Charset::Gbk, vec![("biz_content".to_owned(), value.to_owned())])
    }

    #[test]
    fn nothing_of_a_value_becomes_html() {
        let html = form("\"><script>&lt;中文 & ' \"😀").unwrap().to_string();
        assert_eq!(
            html,
            "<form id=\"alipay\" method=\"post\" action=\"https://example.com/gateway.do?charset=utf-8&amp;notify_url=%22\" accept-charset=\"GBK\">\n\
             <input type=\"hidden\" name=\"biz_content\" value=\"&quot;&gt;&lt;script&gt;&amp;lt;&#20013;&#25991; &amp; &#39; &quot;&#128512;\">\n\
             <noscript><input type=\"submit\" value=\"&#21069;&#24448;&#25903;&#20184;&#23453;\"></noscript>\n\
             </form>\n\
             <script>HTMLFormElement.prototype.submit.call(document.getElementById(\"alipay\"));</script>"
        );
        assert!(html.is_ascii());
    }

    #[test]
    fn what_a_browser_would_change_is_refused() {
        for value in ["a\nb", "a\r\nb", "\u{0}", "\u{80}", "\u{9f}", "\t"] {
            assert!(form(value).unwrap_err().to_string().contains("`biz_content` holds a control character"));
        }
        for value in ["", "\u{a0}", "\u{2028}", "\u{feff}", "\u{fffd}"] {
            assert!(form(value).is_ok());
        }
    }

    #[test]
    fn debug_shows_names_alone() {
        assert_eq!(format!("{:?}", form("12.00").unwrap()), "Form { inputs: [\"biz_content\"], .. }");
    }
}
