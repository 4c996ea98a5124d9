//! Loyalty points: a deposit, a request that is refused before it is sent, and a business error.
//!
//! ```sh
//! cargo run -p alipay-examples --example points_update
//! ```
//!
//! starts a gateway in this process and calls it over HTTPS. `support.rs` says how to call another.

mod support;

use std::error::Error;
use std::io::{self, Write};

use alipay_apis::koubei::marketing_tool_points_update::TransType;
use alipay_apis::koubei::{MarketingToolPointsUpdate, MarketingToolPointsUpdateError};
use alipay_apis::{Client, ErrorCode};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout()).await
}

pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    // The local gateway ends with this variable.
    let (client, _gateway) = support::connect().await?;
    deposit(&client, out).await?;
    refused_before_sending(&client, out).await?;
    business_error(&client, out).await
}

fn request(req_id: &str) -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new(req_id, "2088123412341234", "39201608190015500100016011040139")
}

/// The sample of the method's document.
async fn deposit(client: &Client, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let answer = request("778712860805461247257")
        .trans_type(TransType::Deposit)
        .trans_amount("10")
        .shop_id("2016041200077000000003277104")
        .biz_no("2016082221001004150200139999")
        .memo("积分扣减用于兑换奖品")
        .ext_info("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}")
        .call(client)
        .await?;
    writeln!(out, "10 points deposited, recorded as {}", answer.point_log_no)?;
    writeln!(out, "the whole answer: {answer:?}\n")?;
    Ok(())
}

/// Spending takes no `biz_no`, and other things are wrong as well. Nothing is sent.
async fn refused_before_sending(client: &Client, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let wrong = request("")
        .trans_type(TransType::Consume)
        .trans_amount("ten")
        .biz_no("2016082221001004150200139999")
        .memo("谢谢".repeat(200));
    let Err(error) = wrong.call(client).await else {
        return Err("a wrong request was sent".into());
    };
    writeln!(out, "refused before sending ({:?}):", error.kind())?;
    for violation in error.violations().into_iter().flatten() {
        writeln!(out, "  {violation}")?;
    }
    writeln!(out)?;
    Ok(())
}

/// More points than there are: the gateway answers with an error of the method, matched by its type.
async fn business_error(client: &Client, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let too_many = request("778712860805461247258").trans_type(TransType::Consume).trans_amount("1000000");
    let Err(error) = too_many.call(client).await else {
        return Err("a million points were there".into());
    };
    match error.error_code::<MarketingToolPointsUpdateError>() {
        Some(code @ MarketingToolPointsUpdateError::BizError) => {
            writeln!(out, "the gateway refused: {code}: {}", code.meaning())?;
            writeln!(out, "what to do: {}", code.remedy())?;
            writeln!(out, "trace id for Alipay's support: {}", error.trace_id().unwrap_or("none"))?;
            Ok(())
        }
        _ => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn deposits_refuses_and_explains() {
        let mut out = Vec::new();
        super::run(&mut out).await.expect("the example runs");
        let out = String::from_utf8(out).expect("text");
        for line in ["10 points deposited", "refused before sending", "biz_no", "memo", "req_id", "trans_amount"] {
            assert!(out.contains(line), "{line} is missing in:\n{out}");
        }
        assert!(out.contains("the gateway refused: BIZ_ERROR"), "{out}");
        assert!(!out.contains("谢谢"), "a field's text was printed:\n{out}");
    }
}
