//! Merchant vouchers: an activity that gives ten yuan off a hundred, and one that is refused before
//! it is sent.
//!
//! ```sh
//! cargo run -p alipay-examples --example create_voucher
//! ```
//!
//! starts a gateway in this process and calls it over HTTPS. `support.rs` says how to call another.

mod support;

use std::error::Error;
use std::io::{self, Write};

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::marketing::activity_ordervoucher_create::{
    ActivityBaseInfo, AvailableScopeType, CodeMode, FixVoucherInfo, LimitPeriodType, PeriodType, SendGuideMode,
    ShopFailReason, UseGuideMode, VoucherAbsolutePeriodInfo, VoucherAvailableAccountInfo,
    VoucherAvailableGeographyScopeInfo, VoucherAvailableGeographyShopInfo, VoucherAvailableScopeInfo,
    VoucherCustomerGuideInfo, VoucherDeductInfo, VoucherDisplayPatternInfo, VoucherMiniAppSendGuideInfo,
    VoucherSendGuideInfo, VoucherSendMode, VoucherSendModeInfo, VoucherSendRuleInfo, VoucherType, VoucherUseGuideInfo,
    VoucherUseRuleInfo, VoucherUseTimeInfo,
};
use alipay_apis::schema::Severity;
use alipay_apis::{Amount, Client, DateTime};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout()).await
}

pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    // The local gateway ends with this variable.
    let (client, _gateway) = support::connect().await?;
    create(&client, out).await?;
    refused_before_sending(&client, out).await
}

/// A bakery's December: ten yuan off an order of a hundred, in two of its shops.
fn voucher(out_biz_no: &str) -> Result<ActivityOrdervoucherCreate, Box<dyn Error>> {
    let activity = ActivityBaseInfo::new().activity_name("十二月满100减10").code_mode(CodeMode::MerchantApi);

    let issuing = VoucherSendModeInfo::new().voucher_send_mode(VoucherSendMode::DirectSendMode).voucher_send_rule_info(
        VoucherSendRuleInfo::new()
            .quantity(1000)
            .max_quantity_by_day(30)
            .quantity_limit_per_user(1)
            .quantity_limit_per_user_period_type(LimitPeriodType::LifeCycle)
            .natural_person_limit(true)
            .publish_start_time("2026-12-01 00:00:00".parse::<DateTime>()?)
            .publish_end_time("2026-12-31 23:59:59".parse::<DateTime>()?),
    );

    let worth = VoucherDeductInfo::new()
        .voucher_type(VoucherType::FixVoucher)
        .fix_voucher_info(FixVoucherInfo::new().amount(Amount::yuan(10)).floor_amount(Amount::yuan(100)));

    let shops = VoucherAvailableGeographyShopInfo::new()
        .available_shop_ids(["2018051000502000000011111111", "unknown-shop-of-this-example"]);
    let places = VoucherAvailableScopeInfo::new()
        .voucher_available_account_info(VoucherAvailableAccountInfo::new().available_pids(["2088102111111111"]))
        .voucher_available_geography_scope_info(
            VoucherAvailableGeographyScopeInfo::new()
                .available_geography_scope_type(AvailableScopeType::Shop)
                .available_geography_shop_info(shops),
        );

    let dates = VoucherAbsolutePeriodInfo::new()
        .valid_begin_time("2026-12-01 00:00:00".parse::<DateTime>()?)
        .valid_end_time("2027-01-15 23:59:59".parse::<DateTime>()?);
    let times = VoucherUseRuleInfo::new()
        .voucher_max_use_times(1)
        .voucher_use_time_info(VoucherUseTimeInfo::new().period_type(PeriodType::Absolute).absolute_period_info(dates));

    let guide = VoucherCustomerGuideInfo::new()
        .voucher_send_guide_info(
            VoucherSendGuideInfo::new()
                .send_guide_mode([SendGuideMode::MiniApp])
                .mini_app_send_guide_info(VoucherMiniAppSendGuideInfo::new().mini_app_url("pages/voucher/index")),
        )
        .voucher_use_guide_info(VoucherUseGuideInfo::new().use_guide_mode([UseGuideMode::OfflineCode]));

    let look = VoucherDisplayPatternInfo::new()
        .brand_name("美味甜甜圈")
        .voucher_name("满100减10券")
        .voucher_description("每个用户最多领取一张，不可兑换现金。")
        .voucher_image("adeDSktiQO-u5vJUqVbcQwAAACMAAQED")
        .customer_service_mobile("4001234567");

    Ok(ActivityOrdervoucherCreate::new(out_biz_no)
        .activity_base_info(activity)
        .voucher_send_mode_info(issuing)
        .voucher_deduct_info(worth)
        .voucher_available_scope_info(places)
        .voucher_use_rule_info(times)
        .voucher_customer_guide_info(guide)
        .voucher_display_pattern_info(look))
}

/// The answer says that the request was taken, and which shops were not. That the activity exists,
/// the message `alipay.marketing.activity.message.created` says later.
async fn create(client: &Client, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let answer = voucher("20261123000001")?.call(client).await?;
    writeln!(out, "taken as activity {}", answer.activity_id)?;
    let shops = answer
        .voucher_available_scope_result_info
        .as_ref()
        .and_then(|result| result.voucher_available_geography_scope_result_info.as_ref())
        .and_then(|result| result.available_geography_shop_result_info.as_ref());
    if let Some(shops) = shops {
        writeln!(out, "  shops that take the voucher: {}", shops.success_available_shop_ids.join(", "))?;
        for shop in &shops.fail_available_shop_infos {
            let reasons = shop.fail_reasons.iter().map(ShopFailReason::as_str).collect::<Vec<_>>().join(", ");
            writeln!(out, "  not {}: {reasons}", shop.shop_id.as_deref().unwrap_or("a shop"))?;
        }
    }
    writeln!(out, "the whole answer: {answer:?}\n")?;
    Ok(())
}

/// The same voucher with mistakes from all over it. They are found at once, and nothing is sent.
async fn refused_before_sending(client: &Client, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let too_little = FixVoucherInfo::new().amount("0.05".parse::<Amount>()?).floor_amount(Amount::yuan(100));
    let too_early = VoucherAbsolutePeriodInfo::new()
        .valid_begin_time("2026-12-01 00:00:00".parse::<DateTime>()?)
        .valid_end_time("2026-12-24 23:59:59".parse::<DateTime>()?);
    let wrong = voucher("20261123000002")?
        .voucher_deduct_info(
            VoucherDeductInfo::new().voucher_type(VoucherType::FixVoucher).fix_voucher_info(too_little),
        )
        .voucher_use_rule_info(VoucherUseRuleInfo::new().voucher_use_time_info(
            VoucherUseTimeInfo::new().period_type(PeriodType::Absolute).absolute_period_info(too_early),
        ))
        .voucher_display_pattern_info(
            VoucherDisplayPatternInfo::new()
                .brand_name("美味甜甜圈，每天新鲜出炉的幸福")
                .voucher_detail_images(["adeDSktiQO-u5vJUqVbcQwAAACMAAQED"]),
        );
    let Err(error) = wrong.call(client).await else {
        return Err("a wrong request was sent".into());
    };
    writeln!(out, "refused before sending ({:?}):", error.kind())?;
    for violation in error.violations().into_iter().flatten() {
        writeln!(out, "  {violation}")?;
    }
    // Advice never refuses; `review` tells both.
    writeln!(out, "advised against as well:")?;
    for advice in wrong.review().iter().filter(|finding| finding.severity == Severity::Advise) {
        writeln!(out, "  {advice}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_voucher_to_copy_has_no_finding() {
        assert_eq!(voucher("1").unwrap().review(), []);
    }

    #[tokio::test]
    async fn creates_and_refuses() {
        let mut out = Vec::new();
        run(&mut out).await.expect("the example runs");
        let out = String::from_utf8(out).expect("text");
        for line in [
            "taken as activity 20160427",
            "shops that take the voucher: 2018051000502000000011111111\n",
            "not unknown-shop-of-this-example: SHOP_NOT_EXIST",
            "refused before sending (Validation)",
            "  voucher_deduct_info.fix_voucher_info.amount: ",
            "  voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time: ",
            "  voucher_display_pattern_info.brand_name: ",
            "  voucher_display_pattern_info.voucher_detail_images: ",
            "  voucher_display_pattern_info.customer_service_mobile: ",
        ] {
            assert!(out.contains(line), "{line} is missing in:\n{out}");
        }
        assert!(!out.contains("幸福"), "a field's text was printed:\n{out}");
    }
}
