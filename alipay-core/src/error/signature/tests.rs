use super::*;

const SIGNED: [(&str, &str); 6] = [
    ("app_id", "2021000122671080"),
    ("biz_content", r#"{"subject":"a&b 李雷","total_amount":"88.80"}"#),
    ("charset", "utf-8"),
    ("notify_url", "https://example.com/notify?a=1&b=2"),
    ("timestamp", "2026-11-23 08:00:00"),
    ("version", "1.0"),
];

fn text(parameters: &[(&str, &str)]) -> String {
    parameters.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

fn sub_msg(text: &str) -> String {
    format!("验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为：{text}")
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&#39;")
}

/// Every way in which the gateway is known to write its text.
fn written(text: &str) -> Vec<String> {
    let link = "，解决方案：https://open.alipay.com/api/errCheck?traceId=21bb5edf16970012900852222e3bfb&source=openapi";
    [text.replace('&', "&amp;"), text.to_owned(), html(text)]
        .into_iter()
        .flat_map(|text| [text.clone(), format!("{text}{link}")])
        .map(|text| sub_msg(&text))
        .collect()
}

#[test]
fn equal_texts_are_found_equal_however_they_are_written() {
    let awkward = [("a", "&amp; &lt;b&gt; &quot;"), ("b", "，解决方案：https://example.com/?a=1&b=2")];
    for signed in [&SIGNED[..], &awkward] {
        for sub_msg in written(&text(signed)) {
            assert_eq!(compare(signed, &sub_msg), Some(SignatureDifference::TextsAreEqual), "{sub_msg}");
        }
    }
}

#[test]
fn the_first_difference_is_named_and_its_content_is_not() {
    let with = |name: &str, value: &'static str| {
        SIGNED.map(|(known, before)| if known == name { (known, value) } else { (known, before) }).to_vec()
    };
    let without = |name: &str| SIGNED.into_iter().filter(|(known, _)| *known != name).collect::<Vec<_>>();
    let and = |name: &'static str| {
        let mut more = [&SIGNED[..], &[(name, "x")]].concat();
        more.sort_unstable();
        more
    };
    let table: [(Vec<(&str, &str)>, &str); 12] = [
        (
            with("biz_content", r#"{"subject":"a&b ??","total_amount":"88.80"}"#),
            r#"biz_content differs from character 17 on, signed was `文文","aaaaa_aaaaaa":"99.9`, the gateway has `??","aaaaa_aaaaaa":"99.9`"#,
        ),
        (
            with("biz_content", r#"{"subject":"a&b+李雷","total_amount":"88.80"}"#),
            r#"biz_content differs from character 16 on, signed was ` 文文","aaaaa_aaaaaa":"99.`, the gateway has `+文文","aaaaa_aaaaaa":"99.`"#,
        ),
        (
            with("notify_url", "https://example.com/notify?a=1"),
            "notify_url differs from character 32 on, signed was `a=9`, the gateway has `aaaaaaaaa=9999-99-99 99:`",
        ),
        (
            with("notify_url", "https://example.com/notify"),
            "notify_url differs from character 27 on, signed was `?a=9&a=9`, the gateway has `&aaaaaaaaa=9999-99-99 99`",
        ),
        (
            with("notify_url", "https://example.com/notify?a=1&b=2345"),
            "notify_url differs from character 35 on, signed was nothing more, the gateway has `999&aaaaaaaaa=9999-99-99`",
        ),
        (with("charset", "GBK"), "charset differs from character 1 on, signed was `utf-8`, the gateway has `GBK`"),
        (with("version", "1.0 "), "version differs from character 4 on, signed was nothing more, the gateway has ` `"),
        (without("app_id"), "it lacks app_id, which was signed"),
        (without("timestamp"), "it lacks timestamp, which was signed"),
        (without("version"), "it lacks version, which was signed"),
        (and("alipay_sdk"), "it holds alipay_sdk, which was not signed"),
        (and("ws_service_url"), "it holds ws_service_url, which was not signed"),
    ];
    for (seen, expected) in table {
        for sub_msg in written(&text(&seen)) {
            let difference = compare(&SIGNED, &sub_msg).unwrap().to_string();
            assert_eq!(difference, format!("the gateway verified another text: {expected}"), "{sub_msg}");
        }
    }
}

#[test]
fn a_gateway_that_shows_no_text_says_nothing() {
    for sub_msg in ["", "无效签名", "验签出错，请确认charset参数放在了URL查询字符串中"] {
        assert_eq!(compare(&SIGNED, sub_msg), None);
    }
    // What it shows instead is no reason to print it.
    for shown in ["", "secret", "=secret", "se cret=1", "&", "\u{0}"] {
        let difference = compare(&SIGNED, &sub_msg(shown)).unwrap().to_string();
        assert_eq!(difference, "the gateway verified another text: it lacks app_id, which was signed");
    }
}

#[test]
fn no_change_of_one_character_goes_unnoticed_or_shows_content() {
    let text = text(&SIGNED);
    for (at, character) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
        let others =
            ["", "x", "7", "&", "=", "中", "\u{fffd}"].into_iter().filter(|other| *other != character.to_string());
        let changed = others.map(|other| format!("{before}{other}{after}"));
        let doubled = format!("{before}{character}{character}{after}");
        for shown in changed.chain([doubled, before.to_owned()]) {
            let difference = compare(&SIGNED, &sub_msg(&shown)).unwrap();
            assert_ne!(difference, SignatureDifference::TextsAreEqual, "{shown}");
            let printed = format!("{difference} {difference:?}");
            for content in ["2021", "1080", "李", "subject", "88.80", "example", "notify?"] {
                assert!(!printed.contains(content), "{shown}: {printed}");
            }
        }
    }
}

#[test]
fn nothing_signed_is_nothing_to_panic_about() {
    assert_eq!(compare(&[], &sub_msg("")), Some(SignatureDifference::TextsAreEqual));
    assert_eq!(compare(&[], &sub_msg("a=1")), Some(SignatureDifference::Added { parameter: "a".into() }));
    assert!(compare(&[], &sub_msg("?")).is_some());
    // A character that is cut in two by a difference of its bytes.
    let difference = compare(&[("a", "é")], &sub_msg("a=è")).unwrap();
    assert_eq!(
        difference,
        SignatureDifference::Value { parameter: "a".into(), character: 1, ours: "文".into(), gateway: "文".into() }
    );
}
