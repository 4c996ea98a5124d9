//! Valid requests at random: of every kind of voucher, in the older structure, the newer one, or both.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::draft::Draft;

/// What is decided by chance. Everything else follows, so that the request is valid.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    structure: Structure,
    voucher_type: &'static str,
    code_mode: Option<&'static str>,
    owner: Owner,
    is_absolute: bool,
    scope: &'static str,
    /// Of issuing, at least three.
    days: u16,
    /// From the end of issuing to that of validity.
    extra_days: u16,
    money: Money,
    text: Text,
    is_by_phone: bool,
    way_to_spend: &'static str,
    send_mode: Option<&'static str>,
    /// Which of what may be left out is given.
    given: Vec<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Structure {
    Older,
    Newer,
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Owner {
    Caller,
    Merchant,
    /// A provider's own platform; of an exchange voucher only.
    Platform,
}

/// In fen.
#[derive(Debug, Clone)]
struct Money {
    amount: u32,
    floor: u32,
    ceiling: u32,
    rate: u32,
    special: u32,
    origin: u32,
}

#[derive(Debug, Clone)]
struct Text {
    name: String,
    terms: String,
    url: String,
}

const OPTIONAL: usize = 16;

pub(super) fn plans() -> impl Strategy<Value = Plan> {
    let money =
        (10_u32..=300_000, 10_u32..=5_000_000, 10_u32..=1_500_000, 1_u32..=99, 0_u32..=99_900, 100_000_u32..=999_900)
            .prop_map(|(amount, floor, ceiling, rate, special, origin)| Money {
                amount,
                floor,
                ceiling,
                rate,
                special,
                origin,
            });
    let text = ("[一-龥A-Za-z0-9]{1,12}", "[一-龥。，1-9]{1,200}", "[a-z]{2,8}://[a-z/]{1,40}")
        .prop_map(|(name, terms, url)| Text { name, terms, url });
    let kinds = (
        select(vec![Structure::Older, Structure::Newer, Structure::Both]),
        select(vec!["FIX_VOUCHER", "DISCOUNT_VOUCHER", "SPECIAL_VOUCHER", "EXCHANGE_VOUCHER"]),
        select(vec![None, Some("MERCHANT_API"), Some("MERCHANT_UPLOAD")]),
        select(vec![Owner::Caller, Owner::Merchant, Owner::Platform]),
        any::<bool>(),
        select(vec!["shops", "real shops", "all shops", "cities", "country"]),
    );
    let rest = (
        3_u16..=180,
        0_u16..=90,
        money,
        text,
        any::<bool>(),
        select(vec!["offline", "path", "service", "both"]),
        select(vec![None, Some("DIRECT_SEND_MODE"), Some("SALE_MODE"), Some("VOUCHER_PACKAGE")]),
        prop::collection::vec(any::<bool>(), OPTIONAL),
    );
    (kinds, rest).prop_map(|(kinds, rest)| {
        let (structure, voucher_type, code_mode, owner, is_absolute, scope) = kinds;
        let (days, extra_days, money, text, is_by_phone, way_to_spend, send_mode, given) = rest;
        let owner =
            if voucher_type == "EXCHANGE_VOUCHER" || owner != Owner::Platform { owner } else { Owner::Merchant };
        Plan {
            structure,
            voucher_type,
            code_mode,
            owner,
            is_absolute,
            scope,
            days,
            extra_days,
            money,
            text,
            is_by_phone,
            way_to_spend,
            send_mode,
            given,
        }
    })
}

impl Plan {
    pub(super) fn draft(&self) -> Draft {
        let mut request = json!({ "out_biz_no": format!("no-{}", self.text.name) });
        if self.structure != Structure::Newer {
            self.older(&mut request);
        }
        if self.structure != Structure::Older {
            self.newer(&mut request);
        }
        let mut draft = Draft(request);
        draft.remove_nulls();
        draft
    }

    fn older(&self, request: &mut Value) {
        let is = |voucher_type| self.voucher_type == voucher_type;
        let [start, end, begin, until] = self.times();
        request["activity_name"] = self.maybe(0, json!(self.text.name));
        request["code_mode"] = json!(self.code_mode);
        request["voucher_type"] = json!(self.voucher_type);
        request["publish_start_time"] = json!(start);
        request["publish_end_time"] = json!(end);
        request["belong_merchant_info"] = self.owner();
        request["voucher_display_info"] = json!({
            "brand_name": self.text.name,
            "brand_logo": if self.owner == Owner::Platform { json!("logo") } else { self.maybe(1, json!("logo")) },
            "voucher_comment": if is("EXCHANGE_VOUCHER") { self.maybe(2, json!("美味")) } else { Value::Null },
            "voucher_description": self.text.terms,
            "voucher_image": "cover",
            "voucher_detail_images": if is("EXCHANGE_VOUCHER") { Value::Null } else { self.maybe(3, json!(["1", "2", "3"])) },
            "customer_service_mobile": if self.is_by_phone { json!("4001234567") } else { Value::Null },
            "customer_service_url": if self.is_by_phone { Value::Null } else { json!(self.text.url) },
        });
        let period = if self.is_absolute {
            json!({ "type": "ABSOLUTE", "valid_begin_time": begin, "valid_end_time": until })
        } else {
            json!({ "type": "RELATIVE", "valid_days_after_receive": self.days, "wait_days_after_receive": self.maybe(4, json!(0)) })
        };
        let shops = |ids: Value| json!({ "voucher_available_type": "SHOP", "order_voucher_available_shop": ids });
        let cities =
            |codes: Value| json!({ "voucher_available_type": "CITY_CODE", "order_voucher_available_city_code": codes });
        let scope = match self.scope {
            "shops" => shops(json!({ "shop_ids": ["1", "2"] })),
            "real shops" => shops(json!({ "real_shop_ids": ["1", "2"] })),
            "all shops" => {
                shops(json!({ "order_voucher_merchant_all_shop": { "exclude_shop_ids": self.maybe(5, json!(["1"])) } }))
            }
            "cities" => cities(json!({ "city_codes": ["100100"], "all_city": self.maybe(5, json!(false)) })),
            _ => cities(json!({ "all_city": true })),
        };
        let goods = |index| self.maybe(index, json!("甜甜圈"));
        request["voucher_use_rule"] = json!({
            "voucher_valid_period": period,
            "voucher_available_scope": scope,
            "fix_voucher": is("FIX_VOUCHER").then(|| json!({
                "amount": yuan(self.money.amount), "floor_amount": self.floor(6), "goods_name": goods(7),
            })),
            "discount_voucher": is("DISCOUNT_VOUCHER").then(|| json!({
                "discount": tenths(self.money.rate), "ceiling_amount": yuan(self.money.ceiling), "floor_amount": self.floor(6),
                "goods_name": goods(7), "origin_amount": self.maybe(7, json!(yuan(self.money.origin))),
            })),
            "special_voucher": is("SPECIAL_VOUCHER").then(|| json!({
                "special_amount": yuan(self.money.special), "origin_amount": yuan(self.money.origin), "goods_name": "甜甜圈",
                "floor_amount": self.floor(6),
            })),
            "exchange_voucher": is("EXCHANGE_VOUCHER").then(|| json!({
                "voucher_name": self.text.name, "sale_amount": yuan(self.money.amount), "amount": yuan(self.money.amount),
                "floor_amount": self.floor(6), "refundable": self.maybe(7, json!(true)),
                "biz_type": self.maybe(7, json!("FIX_EXCHANGE_VOUCHER")),
            })),
        });
        request["voucher_send_rule"] = json!({
            "voucher_quantity": self.quantity(),
            "voucher_quantity_limit_per_user": self.maybe(8, json!(1)),
        });
        request["customer_guide"] = json!({
            "voucher_use_guide": {
                "offline_code_use_guide": matches!(self.way_to_spend, "offline" | "both").then_some(true),
                "mini_app_use_guide": (self.way_to_spend != "offline").then_some(true),
                "mini_app_id": (self.way_to_spend != "offline").then_some("2021238412323412"),
                "mini_app_path": (self.way_to_spend == "path").then_some("/index/path"),
                "service_codes": (self.way_to_spend == "service").then_some(["2020030921000303380758"]),
            },
            "voucher_send_guide": is("EXCHANGE_VOUCHER").then(|| json!({ "voucher_detail_url": self.text.url })),
        });
    }

    fn newer(&self, request: &mut Value) {
        let is = |voucher_type| self.voucher_type == voucher_type;
        let [start, end, begin, until] = self.times();
        let is_agency = self.owner != Owner::Caller;
        request["merchant_access_mode"] =
            if is_agency { json!("AGENCY_MODE") } else { self.maybe(9, json!("SELF_MODE")) };
        request["activity_base_info"] = json!({
            "activity_name": self.maybe(0, json!(self.text.name)),
            "code_mode": self.code_mode,
            "belong_merchant_info": self.owner(),
        });
        request["voucher_send_mode_info"] = json!({
            "voucher_send_mode": self.send_mode,
            "voucher_sale_mode_info": (self.send_mode == Some("SALE_MODE")).then(|| json!({
                "sale_amount": yuan(self.money.amount), "fund_custody_mode": "GUARANTEE", "payee_pid": "2088",
            })),
            "voucher_package_mode_info": (self.send_mode == Some("VOUCHER_PACKAGE")).then(|| json!({ "voucher_package_id": "IP2022" })),
            "voucher_send_rule_info": {
                "quantity": self.quantity(),
                "max_quantity_by_day": self.maybe(10, json!(1)),
                "quantity_limit_per_user": self.maybe(8, json!(1)),
                "quantity_limit_per_user_period_type": self.maybe(8, json!("WEEK")),
                "publish_start_time": start,
                "publish_end_time": end,
            },
        });
        request["voucher_deduct_info"] = json!({
            "voucher_type": self.voucher_type,
            "fix_voucher_info": is("FIX_VOUCHER").then(|| json!({ "amount": yuan(self.money.amount), "floor_amount": self.floor(6) })),
            "discount_voucher_info": is("DISCOUNT_VOUCHER").then(|| json!({
                "discount": tenths(self.money.rate), "ceiling_amount": yuan(self.money.ceiling), "floor_amount": self.floor(6),
            })),
            "special_voucher_info": is("SPECIAL_VOUCHER").then(|| json!({
                "special_amount": yuan(self.money.special), "floor_amount": self.floor(6),
            })),
            "exchange_voucher_info": is("EXCHANGE_VOUCHER").then(|| json!({
                "amount": yuan(self.money.amount), "floor_amount": self.floor(6), "biz_type": "GROUP_BUY_EXCHANGE_VOUCHER",
            })),
        });
        let shops =
            |ids: Value| json!({ "available_geography_scope_type": "SHOP", "available_geography_shop_info": ids });
        let cities = |codes: Value| json!({ "available_geography_scope_type": "CITY_CODE", "available_geography_city_info": codes });
        let places = match self.scope {
            "shops" => shops(json!({ "available_shop_ids": ["1", "2"] })),
            "real shops" => shops(json!({ "available_real_shop_ids": ["1", "2"] })),
            "all shops" => {
                shops(json!({ "available_geography_all_shop": { "merchant_ids": self.maybe(5, json!(["2088"])) } }))
            }
            "cities" => cities(json!({ "available_city_codes": ["100100"] })),
            _ => cities(json!({ "all_city": true })),
        };
        request["voucher_available_scope_info"] = json!({
            "voucher_available_account_info": self.maybe(11, json!({ "available_pids": ["2088"] })),
            "voucher_available_geography_scope_info": places,
            "voucher_available_goods_info": {
                "goods_name": "甜甜圈",
                "origin_amount": is("SPECIAL_VOUCHER").then(|| yuan(self.money.origin)),
                "available_goods_sku_ids": self.maybe(12, json!(["apple-01"])),
            },
        });
        let period = if self.is_absolute {
            json!({ "period_type": "ABSOLUTE", "absolute_period_info": { "valid_begin_time": begin, "valid_end_time": until } })
        } else {
            json!({ "period_type": "RELATIVE", "relative_period_info": { "valid_days_after_receive": self.days } })
        };
        request["voucher_use_rule_info"] =
            json!({ "voucher_max_use_times": self.maybe(13, json!(1)), "voucher_use_time_info": period });
        request["voucher_customer_guide_info"] = json!({
            "voucher_use_guide_info": {
                "use_guide_mode": if self.way_to_spend == "offline" { ["OFFLINE_CODE"] } else { ["MINI_APP"] },
                "mini_app_use_guide_info": match self.way_to_spend {
                    "path" => json!({ "mini_app_url": self.text.url }),
                    "service" => json!({ "mini_app_service_codes": ["2020030921000303380758"] }),
                    _ => Value::Null,
                },
            },
        });
        request["voucher_display_pattern_info"] = json!({
            "brand_name": self.text.name,
            "brand_logo": if self.owner == Owner::Platform { json!("logo") } else { self.maybe(1, json!("logo")) },
            "voucher_name": self.text.name,
            "voucher_description": self.maybe(14, json!(self.text.terms)),
            "voucher_image": "cover",
            "voucher_detail_images": if is("EXCHANGE_VOUCHER") { Value::Null } else { self.maybe(3, json!(["1", "2", "3"])) },
            "customer_service_mobile": if self.is_by_phone { json!("4001234567") } else { Value::Null },
            "customer_service_url": if self.is_by_phone { Value::Null } else { json!(self.text.url) },
        });
    }

    /// Issuing begins and ends, validity begins and ends.
    fn times(&self) -> [String; 4] {
        let start = super::requests::time("2026-12-01 00:00:00");
        let after = |days: u16| {
            let start = std::time::SystemTime::try_from(start).expect("after 1970");
            let time = start + std::time::Duration::from_secs(u64::from(days) * 24 * 60 * 60);
            alipay_apis::DateTime::try_from(time).expect("before 9999").to_string()
        };
        [after(0), after(self.days), after(1), after(self.days + self.extra_days)]
    }

    fn owner(&self) -> Value {
        match self.owner {
            Owner::Caller => Value::Null,
            Owner::Merchant => json!({
                "business_type": self.maybe(15, json!("ISV_FOR_MERCHANT")), "merchant_id_type": "SMID", "merchant_id": "2088",
            }),
            Owner::Platform => json!({ "business_type": "ISV" }),
        }
    }

    /// Enough for one a day.
    fn quantity(&self) -> Value {
        match self.code_mode {
            Some("MERCHANT_UPLOAD") => self.maybe(8, json!(0)),
            _ => json!(1000 + u32::from(self.days)),
        }
    }

    fn floor(&self, index: usize) -> Value {
        self.maybe(index, json!(yuan(self.money.floor)))
    }

    fn maybe(&self, index: usize, value: Value) -> Value {
        if self.given.get(index).copied().unwrap_or_default() { value } else { Value::Null }
    }
}

fn yuan(fen: u32) -> String {
    alipay_apis::Amount::fen(fen.into()).to_string()
}

fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
