//! The log of calls.

use crate::room::{Cast, at, on_both};
use lazo::domain::case::{Call, Called, CaseKind, Channel};
use lazo::store::NewCase;

#[tokio::test]
async fn every_call_is_kept_with_its_case_oldest_first() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let case = NewCase {
            programme: cast.programme,
            kind: CaseKind::CallSoon,
            conversation: None,
            person: Some(cast.amina),
            since: None,
            due: None,
            tried: Vec::new(),
        };
        let filed = tx.file_cases(&[case.clone(), case], at(1)).await.unwrap();
        let mut logged = Vec::new();
        for (hour, (outcome, channel)) in
            Call::ALL.iter().flat_map(|it| Channel::ALL.iter().map(move |by| (*it, *by))).enumerate()
        {
            let hour = i64::try_from(hour).unwrap();
            let call = Called { at: at(hour), channel, minutes: hour * 5, outcome };
            tx.log_call(filed[0], cast.vera, &call).await.unwrap();
            logged.push((filed[0], call));
        }
        assert_eq!(tx.calls(&filed).await.unwrap(), logged);
        assert!(tx.calls(&filed[1..]).await.unwrap().is_empty());
    })
    .await;
}
