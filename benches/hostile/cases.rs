//! Hostile bodies of any size, and who has to read them. Shared by the bench and by a test.

use alipay_apis::trade::notifications::TradeNotification;
use alipay_apis::trade::{AppPay, Query};
use alipay_core::certificate::CertificateBundle;
use alipay_core::key::{PrivateKey, PublicKey};
use alipay_core::{Amount, DateTime};

use super::world::World;

/// What is read, made of about so many bytes.
type Body = fn(usize) -> Vec<u8>;
/// Whether it was taken.
type Read = fn(&World, &[u8]) -> bool;

pub(crate) struct Case {
    pub(crate) reader: &'static str,
    pub(crate) body: &'static str,
    pub(crate) make: Body,
    pub(crate) read: Read,
    /// Whether it is taken, at every size.
    pub(crate) is_taken: bool,
}

const REFUSED: bool = false;
const TAKEN: bool = true;

macro_rules! cases {
    ($($reader:literal by $read:path { $($body:literal $is_taken:ident $make:expr;)* })*) => {
        pub(crate) const CASES: &[Case] = &[$($(
            Case { reader: $reader, body: $body, make: $make, read: $read, is_taken: $is_taken },
        )*)*];
    };
}

cases! {
    "the answer's envelope" by answer {
        "`[`" REFUSED |size| repeat("[", size);
        "`{\"a\":`" REFUSED |size| repeat("{\"a\":", size);
        "`\\`" REFUSED |size| repeat("\\", size);
        "`\"`" REFUSED |size| repeat("\"", size);
        "spaces" REFUSED |size| repeat(" ", size);
        "a long number" REFUSED |size| repeat("1", size);
        "many names" TAKEN |size| [b"{".to_vec(), members(size), br#","a_b_response":{"code":"10000"},"sign":"AA=="}"#.to_vec()].concat();
        "one name" REFUSED |size| [b"{".to_vec(), repeat("\"a\":1,", size), br#""sign":"AA=="}"#.to_vec()].concat();
        "a signature of `\\/`" REFUSED |size| [br#"{"a_b_response":{},"sign":""#.to_vec(), repeat("\\/", size), br#""}"#.to_vec()].concat();
        "`\\/`, wrongly signed" REFUSED |size| signed_by(b"{\"a\":\"", "\\/", b"\"}", "AAA=", size);
    }
    "an answer as a value" by value {
        "many names" TAKEN |size| node([b"{".to_vec(), members(size), b"}".to_vec()].concat());
        "nested as deep as may be" TAKEN |size| node([b"{\"a\":[".to_vec(), nested(size, 100), b"]}".to_vec()].concat());
        "nested deeper" REFUSED |size| node([b"{\"a\":".to_vec(), repeat("[", size / 2), repeat("]", size / 2), b"}".to_vec()].concat());
        "long numbers" TAKEN |size| node([b"{\"a\":".to_vec(), repeat("1", size), b"}".to_vec()].concat());
        "many numbers" TAKEN |size| node([b"{\"a\":[".to_vec(), repeat("1e9,", size), b"0]}".to_vec()].concat());
    }
    "a typed answer" by typed {
        "many names" TAKEN |size| trade(&[b",".to_vec(), members(size)].concat());
        "one field again and again" REFUSED |size| trade(&repeat(",\"trade_no\":\"1\"", size));
        "an amount of many digits" REFUSED |size| trade(&[b",\"pay_amount\":".to_vec(), repeat("1", size)].concat());
        "an amount of many decimals" REFUSED |size| trade(&[b",\"pay_amount\":0.".to_vec(), repeat("1", size)].concat());
        "an amount with a long exponent" REFUSED |size| trade(&[b",\"pay_amount\":1e".to_vec(), repeat("1", size)].concat());
        "a text of `\\\\`" TAKEN |size| trade(&quoted("store_name", "\\\\", size));
        "a text of `\\u0041`" TAKEN |size| trade(&quoted("store_name", "\\u0041", size));
        "a text of halves of pairs" REFUSED |size| trade(&quoted("store_name", "\\ud800", size));
        "a list of `{}`" TAKEN |size| trade(&list("fund_bill_list", "{}", size));
        "a list of numbers" REFUSED |size| trade(&list("fund_bill_list", "1", size));
        "a list in its wrapper" TAKEN |size| trade(&[b",\"fund_bill_list\":{\"a\":[".to_vec(), repeat("{},", size), b"{}]}".to_vec()].concat());
        "nested beside the fields" TAKEN |size| trade(&[b",\"x\":".to_vec(), repeat("[", size / 2), repeat("]", size / 2)].concat());
    }
    "a refused signature" by answer {
        "`&amp;` as its text" REFUSED |size| refusal("&amp;", size);
        "`验签字符串为` again and again" REFUSED |size| refusal("验签字符串为", size);
    }
    "what an app hands back" by app {
        "`[`" REFUSED |size| repeat("[", size);
        "`{\"a\":`" REFUSED |size| repeat("{\"a\":", size);
        "`\\`" REFUSED |size| repeat("\\", size);
    }
    "a notification" by notification {
        "a long value" TAKEN |size| form(&[b"&subject=".to_vec(), repeat("a", size)].concat());
        "`%41`" TAKEN |size| form(&[b"&subject=".to_vec(), repeat("%41", size)].concat());
        "`%`" REFUSED |size| form(&[b"&subject=".to_vec(), repeat("%", size)].concat());
        "`+`" TAKEN |size| form(&[b"&subject=".to_vec(), repeat("+", size)].concat());
        "`&`" TAKEN |size| form(&repeat("&", size));
        "`=`" TAKEN |size| form(&[b"&subject=".to_vec(), repeat("=", size)].concat());
        "many names" REFUSED |size| form(&numbered(size, "&a", "=1"));
        "one name" REFUSED |size| form(&repeat("&subject=1", size));
        "long names" TAKEN |size| form(&[b"&".to_vec(), repeat("a", size / 2), b"=1&".to_vec(), repeat("b", size / 2), b"=1".to_vec()].concat());
        "values that could be fields" TAKEN |size| form(&[b"&body=".to_vec(), repeat("%26x%3D1", size)].concat());
        "empty values" TAKEN |size| form(&[b"&body=&detail=&subject=".to_vec(), repeat("a", size)].concat());
        "a list of `{}`" TAKEN |size| form(&[b"&fund_bill_list=[".to_vec(), repeat("{},", size), b"{}]".to_vec()].concat());
        "`[`" REFUSED |size| form(&[b"&fund_bill_list=".to_vec(), repeat("[", size)].concat());
        "text in GBK" TAKEN |size| [b"charset=GBK&sign=AA==&sign_type=RSA2&out_trade_no=1&total_amount=1&trade_no=1&trade_status=TRADE_SUCCESS&notify_id=1&subject=".to_vec(), repeat("%C2%FA", size)].concat();
    }
    "a message" by message {
        "`[`" REFUSED |size| contents("%5B", size);
        "`\\`" REFUSED |size| contents("%5C", size);
        "ciphertext that is none" REFUSED |size| [contents("AAAA", size), b"&encrypt_type=AES".to_vec()].concat();
    }
    "certificates" by certificates {
        "`-----BEGIN `" REFUSED |size| repeat("-----BEGIN ", size);
        "empty blocks" REFUSED |size| repeat("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", size);
        "good ones" TAKEN |size| repeat(CERTIFICATE, size.max(CERTIFICATE.len()));
        "base64 of nothing" REFUSED |size| repeat("A", size);
        "`\\n`" REFUSED |size| repeat("\\n", size);
        "nested sequences" REFUSED nested_der;
    }
    "keys" by keys {
        "base64 of nothing" REFUSED |size| repeat("A", size);
        "spaces in PEM" REFUSED |size| [b"-----BEGIN PRIVATE KEY-----".to_vec(), repeat(" ", size), b"-----END".to_vec()].concat();
        "`-----BEGIN `" REFUSED |size| repeat("-----BEGIN ", size);
        "digits" REFUSED |size| repeat("0", size);
        "a key with a long modulus" REFUSED long_modulus;
    }
    "values" by values {
        "digits" REFUSED |size| repeat("1", size);
        "decimals" REFUSED |size| [b"0.".to_vec(), repeat("1", size)].concat();
        "zeros" REFUSED |size| [b"0.".to_vec(), repeat("0", size)].concat();
        "a date of spaces" REFUSED |size| repeat(" ", size);
    }
}

const CERTIFICATE: &str = include_str!("../../tests/data/test-keys/app.crt");

fn answer(world: &World, body: &[u8]) -> bool {
    let answer = world.answer(body);
    answer.is_ok()
}

fn value(world: &World, body: &[u8]) -> bool {
    world.answer(body).is_ok_and(|answer| answer.to_value().is_ok())
}

fn typed(world: &World, body: &[u8]) -> bool {
    world.call(&Query::new().out_trade_no("1"), body).is_ok()
}

fn app(world: &World, body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    world.wait(world.client.app_result::<AppPay>(&text)).is_ok()
}

fn notification(world: &World, body: &[u8]) -> bool {
    world.wait(world.client.receive::<TradeNotification>(body, None)).is_ok()
}

fn message(world: &World, body: &[u8]) -> bool {
    world.wait(world.client.message(body, None)).is_ok()
}

fn certificates(_: &World, body: &[u8]) -> bool {
    CertificateBundle::parse(body).is_ok()
}

fn keys(_: &World, body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    let is_private = PrivateKey::parse(&text).is_ok();
    PublicKey::parse(&text).is_ok() || is_private
}

fn values(_: &World, body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    let is_amount = text.parse::<Amount>().is_ok();
    text.parse::<DateTime>().is_ok() || is_amount
}

fn repeat(what: &str, size: usize) -> Vec<u8> {
    what.repeat(size / what.len()).into_bytes()
}

/// `beginning`, a number, `end`, again and again.
fn numbered(size: usize, beginning: &str, end: &str) -> Vec<u8> {
    let mut all = String::with_capacity(size + 32);
    for number in 0.. {
        if all.len() >= size {
            break;
        }
        all += beginning;
        all += &number.to_string();
        all += end;
    }
    all.into_bytes()
}

/// Members of an object, each with a name of its own.
fn members(size: usize) -> Vec<u8> {
    let mut members = numbered(size, "\"k", "\":1,");
    members.pop();
    members
}

/// Lists in lists, so deep, again and again.
fn nested(size: usize, depth: usize) -> Vec<u8> {
    let one = format!("{}{},", "[".repeat(depth), "]".repeat(depth));
    let mut all = one.repeat(size / one.len());
    all += "0";
    all.into_bytes()
}

fn list(name: &str, item: &str, size: usize) -> Vec<u8> {
    let items = format!("{item},").repeat(size / (item.len() + 1));
    format!(",\"{name}\":[{items}{item}]").into_bytes()
}

fn quoted(name: &str, text: &str, size: usize) -> Vec<u8> {
    format!(",\"{name}\":\"{}\"", text.repeat(size / text.len())).into_bytes()
}

/// An answer with this node and a signature that the world takes.
fn node(node: Vec<u8>) -> Vec<u8> {
    [b"{\"a_b_response\":".to_vec(), node, br#","sign":"AA=="}"#.to_vec()].concat()
}

fn trade(more: &[u8]) -> Vec<u8> {
    let trade = br#"{"alipay_trade_query_response":{"code":"10000","out_trade_no":"1","trade_no":"1","buyer_logon_id":"1","trade_status":"TRADE_SUCCESS","total_amount":"1""#;
    [trade, more, br#"},"sign":"AA=="}"#].concat()
}

fn signed_by(beginning: &[u8], what: &str, end: &[u8], sign: &str, size: usize) -> Vec<u8> {
    [b"{\"a_b_response\":", beginning, &repeat(what, size), end, b",\"sign\":\"", sign.as_bytes(), b"\"}"].concat()
}

fn refusal(text: &str, size: usize) -> Vec<u8> {
    let head =
        r#"{"a_b_response":{"code":"40002","msg":"x","sub_code":"isv.invalid-signature","sub_msg":"验签字符串为"#;
    [head.as_bytes(), &repeat(text, size), b"\"}}"].concat()
}

fn form(more: &[u8]) -> Vec<u8> {
    let fields =
        b"sign=AA==&sign_type=RSA2&out_trade_no=1&total_amount=1&trade_no=1&trade_status=TRADE_SUCCESS&notify_id=1";
    [&fields[..], more].concat()
}

fn contents(text: &str, size: usize) -> Vec<u8> {
    let fields = b"sign=AA==&sign_type=RSA2&msg_method=a.b&biz_content=";
    [&fields[..], &repeat(text, size)].concat()
}

/// A sequence that holds nothing but the next.
fn nested_der(size: usize) -> Vec<u8> {
    let mut der = Vec::with_capacity(size);
    while der.len() + 6 <= size {
        let inside = u32::try_from(size - der.len() - 6).unwrap_or(u32::MAX);
        der.extend([0x30, 0x84]);
        der.extend(inside.to_be_bytes());
    }
    der.resize(size, 0);
    der
}

/// A public key in PKCS#1 whose modulus fills the text.
fn long_modulus(size: usize) -> Vec<u8> {
    use base64::Engine;
    let length = size * 3 / 4 - 32;
    let integer = |length: usize| [&[2, 0x84][..], &u32::try_from(length).unwrap_or(0).to_be_bytes()].concat();
    let inside = [integer(length), vec![0x7f; length], vec![2, 3, 1, 0, 1]].concat();
    let outside = [&[0x30, 0x84][..], &u32::try_from(inside.len()).unwrap_or(0).to_be_bytes(), &inside].concat();
    base64::prelude::BASE64_STANDARD.encode(outside).into_bytes()
}
