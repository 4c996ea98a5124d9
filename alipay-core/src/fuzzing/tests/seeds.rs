//! What the fuzzer begins with: good inputs of each kind, and bad ones that others have believed.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::GBK;

use super::APP_ID;

type Seeds = Vec<(String, Vec<u8>)>;

/// The seeds of each target, by the names of their files.
pub(super) fn all() -> [(&'static str, Seeds); 6] {
    [
        ("answer", answers()),
        ("notification", notifications()),
        ("keys", keys()),
        ("form", forms()),
        ("charset", charsets()),
        ("websocket", frames()),
    ]
}

fn seeds<B: AsRef<[u8]>>(table: impl IntoIterator<Item = (&'static str, u8, B)>) -> Seeds {
    let seed = |(name, settings, input): (&str, u8, B)| (name.to_owned(), [&[settings], input.as_ref()].concat());
    table.into_iter().map(seed).collect()
}

const EVERYTHING: &str = r#"{"code":"10000","msg":"Success","out_trade_no":"1","total_amount":"88.80","gmt_payment":"2026-11-27 10:00:00","count":3,"is_open":true,"trade_status":"TRADE_SUCCESS","fund":{"fundChannel":"ALIPAYACCOUNT","amount":"88.80","account":"a***@b.c"},"fund_bill_list":[{"fundChannel":"PCREDIT","amount":1.10}],"names":["a","中"],"amounts":["1","2.50"],"again":[{"count":"4","is_open":"false","again":[{}]}]}"#;
/// The same in the platform's looser forms.
const LOOSE: &str = r#"{"code":10000,"out_trade_no":1,"total_amount":88.80,"count":"3","is_open":"true","trade_status":"NEW_WORD","fund":"{\"fundChannel\":\"x\",\"amount\":1}","fund_bill_list":{"fund":[{"fundChannel":"x","amount":"0.01","account":null}]},"names":{"string":["a"]},"amounts":"1.1","again":{"count":1},"gmt_payment":"","new":[1,{"a":null}]}"#;
const KEY: &str = "alipay_trade_query_response";

fn answers() -> Seeds {
    let good = |node: &str| format!(r#"{{"{KEY}":{node},"sign":"AAA="}}"#);
    let refusal =
        r#"{"code":"40004","msg":"Business Failed","sub_code":"ACQ.TRADE_NOT_EXIST","sub_msg":"no such trade"}"#;
    let shown = "验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为：app_id=2021000000000001&amp;biz_content={&quot;out_trade_no&quot;:&quot;1&quot;}&amp;charset=utf-8&amp;format=json";
    let batch = r#"{\"alipay_trade_query_response\":{\"code\":\"10000\",\"count\":1}}#S#{\"error_response\":{\"code\":\"20000\"}}#S#"#;
    let gbk = GBK.encode(&good(EVERYTHING)).0.into_owned();
    let mut all = seeds([
        ("accept-everything", 0, good(EVERYTHING)),
        ("accept-loose", 1, good(LOOSE)),
        ("accept-batch", 0, good(&format!(r#"{{"code":"10000","response_body":"{batch}"}}"#))),
        ("accept-sign-first", 6, format!(" \r\n{{ \"sign\" : \"AAA=\" ,\t\"{KEY}\" : {EVERYTHING}\n}}\n")),
        ("accept-certificate", 0, format!(r#"{{"{KEY}":{{"code":"10000"}},"alipay_cert_sn":"fcc8","sign":"AAA="}}"#)),
        ("accept-in-progress", 8, good(r#"{"code":"10003","msg":"order success pay inprocess","out_trade_no":"1"}"#)),
        ("accept-no-code", 0, good(r#"{"access_token":"x","user_id":"2088"}"#)),
        ("accept-slashes", 0, format!(r#"{{"{KEY}":{{"code":"10000","out_trade_no":"a\/b"}},"sign":"AA=="}}"#)),
        ("accept-braces", 0, good(r#"{"code":"10000","subject":"a } b { \"sign\":\"x\" ,","u":"\u4e2d\ud83d\ude00"}"#)),
        ("accept-refusal", 0, good(refusal)),
        ("accept-refusal-error-response", 0, format!(r#"{{"error_response":{refusal},"sign":"AAA="}}"#)),
        ("accept-aes", 0x50, EVERYTHING.to_owned()),
        ("accept-aes-v2", 0x70, LOOSE.to_owned()),
        ("accept-aes-refusal", 0x10, good(refusal)),
        ("accept-gbk-aes", 0x53, r#"{"code":"10000","out_trade_no":"1"}"#.to_owned()),
        ("refuse-unsigned-error", 0, format!(r#"{{"{KEY}":{refusal}}}"#)),
        (
            "refuse-invalid-signature",
            0,
            format!(
                r#"{{"error_response":{{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-signature","sub_msg":"{shown}"}}}}"#
            ),
        ),
        ("refuse-unsigned-success", 0, format!(r#"{{"{KEY}":{EVERYTHING}}}"#)),
        (
            "refuse-twice",
            0,
            format!(r#"{{"{KEY}":{{"code":"10000"}},"{KEY}":{{"code":"10000","a":1}},"sign":"AAA="}}"#),
        ),
        (
            "refuse-twice-escaped",
            0,
            format!(
                r#"{{"\u0061lipay_trade_query_response":{{"code":"10000"}},"{KEY}":{{"code":"10000"}},"sign":"AAA="}}"#
            ),
        ),
        (
            "refuse-second-response",
            0,
            format!(r#"{{"error_response":{refusal},"{KEY}":{{"code":"10000"}},"sign":"AAA="}}"#),
        ),
        (
            "refuse-decoy",
            0x80,
            format!(r#"{{"{KEY}":{{"code":"10000"}},"x":{{"{KEY}":{{}},"sign":"AAA="}},"sign":"AAA="}}"#),
        ),
        ("refuse-two-codes", 0, good(r#"{"code":"40004","\u0063ode":"10000"}"#)),
        ("refuse-after-the-end", 0, format!("{}{}", good(EVERYTHING), good(EVERYTHING))),
        ("refuse-deep", 0, good(&format!("{}{}", "[".repeat(200), "]".repeat(200)))),
        ("refuse-gbk-as-json", 2, format!(r#"{{"{KEY}":{{"code":"10000","a":"中\"b"}},"sign":"AAA="}}"#)),
        ("refuse-not-whole", 0, good(r#"{"code":"10000","total_amount":"1e2","count":1.5,"fund":{}}"#)),
        ("refuse-html", 0, "<html><body>502 Bad Gateway</body></html>".to_owned()),
    ]);
    all.extend(seeds([("accept-gbk", 2, gbk)]));
    all
}

const NOTICE: &str = "app_id=2021000000000001&auth_app_id=2021000000000009&notify_id=2019&out_trade_no=1&total_amount=88.80&trade_status=TRADE_SUCCESS&subject=%E4%B8%AD+1%2B1%3D2+%26+100%25&gmt_payment=2026-11-27+10%3A00%3A00&fund_bill_list=%5B%7B%22fundChannel%22%3A%22x%22%2C%22amount%22%3A%2288.80%22%7D%5D&count=3&is_open=true";
const EVENT: &str = "app_id=2021000000000001&charset=UTF-8&msg_method=alipay.marketing.activity.message.created&notify_id=5608&utc_timestamp=1514210452731&version=1.1&biz_content=%7B%22id%22%3A%221%22%2C%22everything%22%3A%7B%22count%22%3A1%7D%2C%22url%22%3A%22https%3A%2F%2Fx%2F%3Fa%3D1%26charset%3D2%22%7D";

fn notifications() -> Seeds {
    let without = |more: &str| format!("{NOTICE}{more}");
    seeds([
        ("accept-v1", 0x40, without("")),
        ("accept-v2", 0x44, without("")),
        ("accept-v1-empty", 0x48, without("&memo=&body")),
        ("accept-v2-without-empty", 0x44, without("&memo=&body=")),
        ("accept-own-signature", 0x01, without("&sign=AA%3D%3D&sign_type=RSA2")),
        (
            "accept-gbk",
            0x40,
            format!(
                "charset=GBK&subject=%D6%D0%CE%C4%80&{}",
                NOTICE.replace("&subject=%E4%B8%AD+1%2B1%3D2+%26+100%25", "")
            ),
        ),
        ("accept-gb18030", 0x42, "app_id=2021000000000001&charset=gb18030&out_trade_no=%D6%D0%949%FC6".to_owned()),
        ("accept-gbk-by-header", 0x42, "out_trade_no=%D6%D0".to_owned()),
        ("accept-gbk-by-default", 0x50, "out_trade_no=%D6%D0".to_owned()),
        ("accept-message", 0x44, EVENT.to_owned()),
        ("accept-message-v1", 0x40, EVENT.to_owned()),
        (
            "accept-message-aes",
            0x44,
            format!(
                "{}&encrypt_type=AES&biz_content=ILpoMowjIQjfYMR847rnFQ%3D%3D&out_trade_no=1",
                EVENT.split("&biz_content").next().unwrap()
            ),
        ),
        ("accept-odd-encoding", 0x40, "%6Fut_trade_no=%31&&memo=a+b&".to_owned()),
        ("refuse-nobody-signed", 0xc0, without("")),
        ("refuse-two-readings", 0x40, without("&memo=x%26out_trade_no%3D2")),
        ("refuse-name-twice", 0x40, without("&out_trade_no=2")),
        ("refuse-name-twice-encoded", 0x40, without("&out%5Ftrade_no=2")),
        ("refuse-other-application", 0x40, "app_id=2021000000000002&out_trade_no=1".to_owned()),
        ("refuse-sha1", 0x00, without("&sign=AA%3D%3D&sign_type=RSA")),
        ("refuse-percent", 0x40, without("&memo=%4")),
        ("refuse-half-a-character", 0x42, "out_trade_no=%D6".to_owned()),
        ("refuse-utf8-as-gbk", 0x42, "out_trade_no=%E4%B8%AD%5C".to_owned()),
        ("refuse-utf16", 0x43, without("")),
        ("refuse-no-name", 0x40, without("&=1")),
        ("refuse-unfit", 0x40, "out_trade_no=1&total_amount=1e2&count=x&fund=%7B%7D".to_owned()),
        ("refuse-deep", 0x40, format!("again={}", "%5B".repeat(200))),
    ])
}

macro_rules! test_key {
    ($file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys/", $file))
    };
}

/// The bytes of the first PEM block.
fn der(pem: &str) -> Vec<u8> {
    let block = pem.split_inclusive("-----END").next().unwrap();
    let base64: String = block.lines().filter(|line| !line.starts_with('-')).collect();
    BASE64_STANDARD.decode(base64).unwrap()
}

fn keys() -> Seeds {
    let (app, alipay) = (test_key!("app_pkcs8.pem"), test_key!("alipay_pkcs1.pem"));
    let (public, short) = (test_key!("alipay_pub.pem"), test_key!("short_pkcs8.pem"));
    let (sm2, sm2_public) = (test_key!("sm2_pkcs8.pem"), test_key!("sm2_pub.pem"));
    let (chain, sm2_chain) = (test_key!("alipay_chain.crt"), test_key!("sm2_alipay_chain.crt"));
    let point = der(sm2_public);
    let point = &point[point.len() - 65..];
    let hex = |bytes: &[u8]| bytes.iter().flat_map(|byte| format!("{byte:02X}").into_bytes()).collect::<Vec<_>>();
    let pkcs1 = der(alipay);
    let mut even = der(public);
    let last_of_modulus = even.len() - 6;
    even[last_of_modulus] &= 0xfe;
    let mut exponent = der(public);
    *exponent.last_mut().unwrap() = 0;
    seeds([
        ("accept-test-key-pkcs8-pem", 0x20, app.as_bytes().to_vec()),
        ("accept-test-key-pkcs8-der", 0x28, der(app)),
        ("accept-test-key-pkcs1-der", 0x18, pkcs1.clone()),
        ("accept-test-key-pkcs1-one-line", 0x00, BASE64_STANDARD.encode(&pkcs1).replace('=', "").into_bytes()),
        ("accept-test-key-sha1", 0x29, der(short)),
        ("accept-test-key-sm2-der", 0x2a, der(sm2)),
        ("accept-public-pem", 0x23, public.as_bytes().to_vec()),
        ("accept-public-der", 0x2b, der(public)),
        ("accept-public-escaped-lines", 0x03, public.replace('\n', "\\n").into_bytes()),
        ("accept-public-sha1", 0x0c, der(test_key!("short_pub.pem"))),
        ("accept-public-of-certificate", 0x0b, der(test_key!("alipay_leaf.crt"))),
        ("accept-public-sm2-der", 0x2d, der(sm2_public)),
        ("accept-public-sm2-hexadecimal", 0x05, hex(point)),
        ("accept-chain", 0x26, chain.as_bytes().to_vec()),
        ("accept-chain-crlf-between", 0x06, format!("subject=x\r\n{}", chain.replace('\n', "\r\n")).into_bytes()),
        ("accept-certificate-der", 0x06, der(chain)),
        ("accept-certificate-base64", 0x0e, der(test_key!("app.crt"))),
        ("accept-certificate-labelled", 0x16, der(test_key!("class2.crt"))),
        ("accept-certificate-sm2", 0x16, der(sm2_chain)),
        ("accept-chain-sm2", 0x06, sm2_chain.as_bytes().to_vec()),
        ("accept-roots", 0x06, test_key!("root_bundle.crt").as_bytes().to_vec()),
        ("accept-content-key-aes", 0x07, b"aa4BtZ4tspm2wnXLb1ThQA==\n".to_vec()),
        ("refuse-private-as-public", 0x0b, der(app)),
        ("refuse-public-as-private", 0x08, der(public)),
        ("refuse-short", 0x08, der(short)),
        ("refuse-even-modulus", 0x0b, even),
        ("refuse-even-exponent", 0x0b, exponent),
        ("refuse-rsa-as-sm2", 0x0a, der(app)),
        ("refuse-sm2-as-rsa", 0x08, der(sm2)),
        ("refuse-sm2-no-point", 0x05, hex(&point[..64])),
        (
            "refuse-encrypted",
            0x00,
            b"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----".to_vec(),
        ),
        ("refuse-key-as-certificate", 0x06, app.as_bytes().to_vec()),
        ("refuse-cut-certificate", 0x06, chain.as_bytes()[..chain.len() / 3].to_vec()),
        ("refuse-content-key", 0x07, b"aa4BtZ4tspm2wnXLb1Th".to_vec()),
    ])
}

fn forms() -> Seeds {
    let pairs = |pairs: &[&str]| pairs.iter().map(|pair| pair.as_bytes()).collect::<Vec<_>>().join(&super::form::END);
    seeds([
        (
            "accept-call",
            0,
            pairs(&[
                "method=alipay.trade.query",
                "biz_content={\"out_trade_no\":\"a b\"}",
                "version=1.0",
                "notify_url=",
            ]),
        ),
        (
            "accept-page",
            0,
            pairs(&[
                "method=alipay.trade.page.pay",
                "biz_content={\"subject\":\"<&lt;>'\\\"+%\"}",
                "return_url=https://x/?a=1&b=2",
            ]),
        ),
        ("accept-chinese", 0, pairs(&["biz_content={\"subject\":\"中文 😀 €\"}", "timestamp=2026-11-27 10:00:00"])),
        ("accept-gbk", 1, pairs(&["biz_content={\"subject\":\"中體 €\"}", "method=a.b"])),
        ("accept-gb2312", 2, pairs(&["biz_content={\"subject\":\"中文，。\"}", "method=a.b"])),
        ("accept-gb18030", 3, pairs(&["biz_content={\"subject\":\"中文 😀 ḿ\"}", "method=a.b"])),
        (
            "accept-every-sign",
            0,
            pairs(&[
                "a= !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~\u{7f}\u{80}\u{a0}\u{feff}",
                "A=1",
                "a1=2",
                "a_=3",
                "=x",
                "sign=y",
            ]),
        ),
        ("accept-sorted-by-bytes", 0, pairs(&["b=1", "B=2", "a_b=3", "ab=4", "aB=5", "a=6"])),
        ("refuse-not-in-gbk", 1, pairs(&["biz_content=中文 😀"])),
        ("refuse-not-in-gb2312", 2, pairs(&["biz_content=中體"])),
        ("refuse-not-in-gb18030", 3, pairs(&["biz_content=\u{e5e5}"])),
        ("refuse-two-readings", 0, pairs(&["memo=x&app_id=2", "out_trade_no=1"])),
        ("refuse-other-text-in-utf8", 1, pairs(&["memo=涓璡"])),
        ("refuse-nothing-gbk", 1, pairs(&["memo=\u{ac00}", "a=\u{20bb7}"])),
    ])
}

fn charsets() -> Seeds {
    seeds([
        ("accept-utf8", 0, "中文 😀 abc\u{0}".as_bytes()),
        ("accept-gbk", 1, b"\xd6\xd0\xce\xc4\x80 abc"),
        ("accept-gbk-that-is-utf8-too", 1, b"\xc1\xaa\xcd\xa8"),
        ("accept-gb18030-in-gbk", 1, b"\x94\x39\xfc\x36"),
        ("accept-gb18030", 3, b"\xd6\xd0\x94\x39\xfc\x36\x81\x30\x81\x30"),
        ("accept-text-utf8", 4, "中文 😀".as_bytes()),
        ("accept-text-gbk", 5, "中體 €".as_bytes()),
        ("accept-text-gb2312", 6, "中文，。".as_bytes()),
        ("accept-text-gb18030", 7, "中文 😀 ḿ".as_bytes()),
        ("accept-name", 8, b"application/json; x=\"y\"; Charset=\"gb2312\" ;q=1"),
        ("accept-no-name", 8, b"text/html"),
        ("refuse-half", 1, b"\xd6\xd0\xd6"),
        ("refuse-not-utf8", 0, b"abc\xff"),
        ("refuse-two-euros", 1, b"\x80\xa2\xe3"),
        ("refuse-utf8-as-gbk", 1, b"\xe4\xb8\xad\x5c"),
        ("refuse-text-gbk", 5, "ab😀".as_bytes()),
        ("refuse-text-gb2312", 6, "中體".as_bytes()),
        ("refuse-text-gb18030", 7, "\u{e5e5}".as_bytes()),
        ("refuse-name", 8, b"text/plain; charset=utf-16le"),
    ] as [(&str, u8, &[u8]); 19])
}

const LINES: &str = "from-sys:gw\r\nfrom-sys-ip:::1\r\nother:x\r\nstream-id:c0001\r\n\r\n";
const DATA: &str = r#"{ "header": {"appId":"2021000000000001","msgApi":"a.b.c"},"content": {"id":"1","memo":"中 } \" data","n": 1.10} }"#;

fn frames() -> Seeds {
    let frame = |data: &str, sign: &str, charset: &str| {
        format!(
            r#"{LINES}{{"protocol":{{"x-type":"message","x-cmd":"CONSUME","x-msgId":"m\"1","x-timestamp":"1","x-version":"1.0","x-charset":"{charset}","x-signType":"RSA2","x-sign":"{sign}"}},"data":{data}}}"#
        )
    };
    let good = frame(DATA, "AAA=", "UTF-8");
    // Not masked, as a server sends it: text, ping, two fragments with a ping between them, and the end.
    let own = |text: &str| frame(text, &BASE64_STANDARD.encode(text), "UTF-8");
    let framed = |opcode: u8, text: &str| {
        let length = u16::try_from(text.len()).unwrap();
        let length = if length < 126 {
            vec![u8::try_from(length).unwrap()]
        } else {
            [&[126], &length.to_be_bytes()[..]].concat()
        };
        [&[opcode][..], &length, text.as_bytes()].concat()
    };
    let text = own(DATA);
    let (first, second) = text.split_at(text.find("protocol").unwrap());
    let close = b"\x88\x02\x03\xe8";
    let stream = [
        framed(0x81, &text),
        framed(0x89, "ping"),
        framed(1, first),
        framed(0x89, ""),
        framed(0x80, second),
        close.to_vec(),
    ];
    let even = own(&DATA.replace("\"1\"", "\"12\""));
    seeds([
        ("accept-frame", 0, good.clone().into_bytes()),
        ("accept-frame-gbk", 0, frame(DATA, "AAA=", "GBK").into_bytes()),
        ("accept-frame-without-lines", 0, good.replace(LINES, "\r\n\r\n").into_bytes()),
        ("accept-message", 0x1f, good.clone().into_bytes()),
        ("accept-message-in-fragments", 0x0f, good.clone().into_bytes()),
        ("accept-message-stopped", 0x3f, good.clone().into_bytes()),
        ("accept-stream", 0x1d, stream.concat()),
        ("accept-stream-in-pieces", 0x0d, stream.concat()),
        ("accept-stream-of-five", 0x19, framed(0x81, &even).repeat(5)),
        ("refuse-nobody-signed", 0x80, good.clone().into_bytes()),
        ("refuse-message-nobody-signed", 0x9f, good.clone().into_bytes()),
        ("refuse-stream-nobody-signed", 0x9d, stream.concat()),
        ("refuse-other-application", 0, good.replace(APP_ID, "2021000000000009").into_bytes()),
        ("refuse-data-twice", 0, good.replace("\"data\":", "\"data\":{},\"d\\u0061ta\":").into_bytes()),
        ("refuse-other-type", 0, good.replace("RSA2", "RSA").into_bytes()),
        ("refuse-no-sign", 0, good.replace("x-sign\"", "x-sing\"").into_bytes()),
        ("refuse-line-twice", 0, good.replace("other:", "stream-id:").into_bytes()),
        ("refuse-acknowledgement", 0, good.replace("CONSUME", "CONSUME_ACK").into_bytes()),
        ("refuse-masked", 1, b"\x81\x85abcd\0\0\0\0\0".to_vec()),
        ("refuse-too-long", 1, b"\x82\x7f\x7f\xff\xff\xff\xff\xff\xff\xff".to_vec()),
        ("refuse-reserved", 1, b"\xf1\x01a".to_vec()),
        ("refuse-not-utf8", 1, b"\x81\x02\xff\xfe".to_vec()),
    ])
}
