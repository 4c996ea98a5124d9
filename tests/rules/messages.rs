//! The declared messages against what is known of them.

use alipay_apis::MessageContent;
use alipay_apis::marketing::messages as marketing;
use alipay_apis::schema::Schema;

/// Names on the wire with the greatest length and whether they must be there; the first two of all.
type Fields = &'static [(&'static str, Option<usize>, bool)];

const ID: (&str, Option<usize>, bool) = ("id", Some(128), true);
const ACTIVITY: (&str, Option<usize>, bool) = ("activity_id", Some(128), true);
const TIME: (&str, Option<usize>, bool) = ("event_time", Some(64), false);
const USER: (&str, Option<usize>, bool) = ("user_id", Some(32), false);
const OPEN: (&str, Option<usize>, bool) = ("open_id", None, false);

fn declared<T: MessageContent>() -> (&'static str, Option<&'static str>, &'static Schema) {
    (T::METHOD, T::DOCS, T::declaration())
}

#[test]
fn every_declared_message_is_as_its_facts_say() {
    let cases: &[(_, &str, Fields)] = &[
        (declared::<marketing::ActivityMessageCreated>(), "created", &[ID, ACTIVITY, TIME]),
        (declared::<marketing::ActivityMessageModified>(), "modified", &[ID, ACTIVITY, TIME]),
        (declared::<marketing::ActivityMessageAppended>(), "appended", &[ID, ACTIVITY, TIME]),
        (
            declared::<marketing::ActivityMessageStopped>(),
            "stopped",
            &[ID, ACTIVITY, TIME, ("out_biz_no", None, false)],
        ),
        (declared::<marketing::ActivityMessageFinished>(), "finished", &[ID, ACTIVITY, TIME]),
        (
            declared::<marketing::ActivityMessageReceived>(),
            "received",
            &[
                ID,
                ACTIVITY,
                TIME,
                ("voucher_id", Some(32), false),
                ("voucher_code", None, false),
                ("receive_user_id", None, false),
                USER,
                OPEN,
            ],
        ),
        (
            declared::<marketing::ActivityMessageUsed>(),
            "used",
            &[ID, ACTIVITY, TIME, ("voucher_id", Some(32), false), USER, OPEN],
        ),
        (
            declared::<marketing::ActivityMessageExpired>(),
            "expired",
            &[ID, ACTIVITY, ("event_time", Some(64), true), ("voucher_id", Some(32), true), USER, OPEN],
        ),
    ];
    for ((method, docs, schema), event, facts) in cases {
        assert_eq!(*method, format!("alipay.marketing.activity.message.{event}"));
        assert!(docs.is_none_or(|docs| docs.ends_with(method)), "{method}: {docs:?}");
        let fields: Vec<_> = schema.fields.iter().map(|field| (field.wire, field.max_len, field.required)).collect();
        assert_eq!(fields, *facts, "{method}");
    }
}

/// The example of the page of `…expired`, and an older one of `…received`, with a field of the future.
#[test]
fn contents_as_the_platform_shows_them_are_read() {
    let expired: marketing::ActivityMessageExpired = serde_json::from_str(
        r#"{"id":"EXPIRED_2021042400826001508407723739","activity_id":"2016042700826004508401111111",
            "event_time":1619338271,"voucher_id":"2021072900073002214009F8QHR3","user_id":"2088102165945162",
            "new":{"a":1}}"#,
    )
    .unwrap();
    assert_eq!(expired.event_time, "1619338271");
    assert_eq!((expired.user_id.as_deref(), expired.open_id), (Some("2088102165945162"), None));
    let received: marketing::ActivityMessageReceived = serde_json::from_str(
        r#"{"id":"ORDERSEND_2021042400826001508407723739","activity_id":"2016042700826004508401111111",
            "event_time":"12342425435232423","voucher_id":"2021072900073002214009F8QHR3",
            "voucher_code":"voucher_code","receive_user_id":"2088102165945162"}"#,
    )
    .unwrap();
    assert_eq!(received.receive_user_id.as_deref(), Some("2088102165945162"));
}
