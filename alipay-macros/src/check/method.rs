//! Facts of the method, or of the message, that are texts: its name, the day it was retired, its document, and the
//! field that makes a repeated call harmless.

use syn::LitStr;

use super::names::no_such_field;
use super::placed::name;
use crate::context::Context;
use crate::model::Declaration;

pub(super) fn check(declaration: &Declaration, context: &mut Context) {
    let mut demand = |literal: Option<&LitStr>, fault: fn(&str) -> Option<String>| {
        if let Some((literal, message)) = literal.and_then(|literal| Some((literal, fault(&literal.value())?))) {
            context.error(literal.span(), message);
        }
    };
    if let Some(message) = &declaration.message {
        demand(Some(&message.name), name_fault);
        demand(message.docs.as_ref(), docs_fault);
    }
    let Some(method) = &declaration.method else { return };
    demand(Some(&method.name), name_fault);
    demand(method.docs.as_ref(), docs_fault);
    demand(method.retired.as_ref(), day_fault);

    if let Some(field) = &method.idempotent_by
        && !declaration.fields.iter().any(|known| known.name == name(field))
    {
        context.error(field.span(), no_such_field(declaration, &name(field)));
    }
    if let Some(read_only) = &method.read_only
        && (method.idempotent_by.is_some() || method.in_progress)
    {
        context.error(
            read_only.span(),
            "a method that changes nothing needs no `idempotent_by` and is never `in_progress`: keep one side",
        );
    }
}

/// All of the platform's ten thousand names have this form, with three to seven parts.
fn name_fault(method: &str) -> Option<String> {
    let parts: Vec<&str> = method.split('.').collect();
    let odd = method.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '_' | '.'));
    let why = if method.is_empty() {
        "it is empty".to_owned()
    } else if let Some(odd) = odd {
        match odd {
            'A'..='Z' => format!("`{odd}` is a capital letter"),
            ' ' => "it has a space".to_owned(),
            _ => format!("`{}` does not occur in names", odd.escape_debug()),
        }
    } else if parts.iter().any(|part| part.is_empty()) {
        "a part between its dots is empty".to_owned()
    } else if parts.len() < 3 {
        "it has fewer than three parts".to_owned()
    } else {
        return None;
    };
    Some(format!("this is no method name: {why}; write it as documented, such as `alipay.trade.query`"))
}

fn docs_fault(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://").unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    let is_address = host.contains('.') && !address.contains(char::is_whitespace);
    (!is_address).then(|| "`docs` is no `https://` address; link the method's page".to_owned())
}

fn day_fault(day: &str) -> Option<String> {
    let number = |digits: &str, width: usize| {
        let is_number = digits.len() == width && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| is_number)
    };
    let exists = || {
        let mut parts = day.split('-');
        let year = number(parts.next()?, 4)?;
        let month = number(parts.next()?, 2)?;
        let day = number(parts.next()?, 2)?;
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=days).contains(&day) && parts.next().is_none()).then_some(())
    };
    exists().is_none().then(|| "`retired` is no day; write it as `2022-11-23`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn method_names() {
        for good in [
            "alipay.trade.query",
            "monitor.heartbeat.syn",
            "alipay.marketing.activity.ordervoucher.create",
            "alipay.fund.trans.uni.transfer",
            "a1.b_2.3c",
        ] {
            assert_eq!(name_fault(good), None, "{good}");
        }
        for (bad, why) in [
            ("", "it is empty"),
            ("alipay", "fewer than three parts"),
            ("alipay.trade", "fewer than three parts"),
            ("alipay..query", "a part between its dots is empty"),
            (".alipay.trade.query", "a part between its dots is empty"),
            ("alipay.trade.query.", "a part between its dots is empty"),
            ("Alipay.trade.query", "`A` is a capital letter"),
            ("alipay.trade. query", "it has a space"),
            ("alipay/trade/query", "`/` does not occur"),
            ("alipay-trade-query", "`-` does not occur"),
            ("支付.trade.query", "`支` does not occur"),
        ] {
            let message = name_fault(bad).unwrap_or_default();
            assert!(message.contains(why), "{bad:?}: {message}");
        }
    }

    #[test]
    fn documents_are_https_addresses() {
        for (address, is_good) in [
            ("https://opendocs.alipay.com/open/02ekfg", true),
            ("https://opendocs.alipay.com", true),
            ("http://opendocs.alipay.com/open/02ekfg", false),
            ("opendocs.alipay.com", false),
            ("https://", false),
            ("https:///open", false),
            ("https://opendocs.alipay.com/a b", false),
            ("", false),
        ] {
            assert_eq!(docs_fault(address).is_none(), is_good, "{address:?}");
        }
    }

    #[test]
    fn days_exist() {
        for good in ["2022-11-23", "2024-02-29", "2000-02-29"] {
            assert_eq!(day_fault(good), None, "{good}");
        }
        for bad in ["", "2022-13-01", "2022-00-01", "2022-11-31", "2023-02-29", "1900-02-29", "22-11-01", "2022-1-1"] {
            assert!(day_fault(bad).is_some(), "{bad}");
        }
        for bad in ["2022-11-23-01", "2022-11", "+022-11-01", "2022/11/23", "2022-11-00", "2022-11-23 "] {
            assert!(day_fault(bad).is_some(), "{bad}");
        }
    }
}
