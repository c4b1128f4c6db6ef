//! Prompts that count, questions that are open, cases about silences.

use crate::room::{Cast, at, on_both};
use lazo::domain::case::{CaseKind, NewCase, Outcome};
use lazo::domain::conversation::Conversation;
use lazo::domain::dialogue::Dialogue;
use std::collections::HashSet;

fn case(pair: &Conversation, kind: CaseKind) -> NewCase {
    NewCase {
        programme: pair.programme,
        kind,
        conversation: Some(pair.id),
        person: None,
        since: Some(at(2)),
        due: None,
        tried: vec!["ask_both".to_owned()],
    }
}

#[tokio::test]
async fn prompts_are_counted_by_person_from_a_moment_on() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        tx.prompted(&[cast.amina, cast.tomas], at(1)).await.unwrap();
        tx.prompted(&[cast.tomas], at(9)).await.unwrap();
        tx.prompted(&[], at(9)).await.unwrap();
        let all = tx.prompts(&[cast.amina, cast.tomas], at(0)).await.unwrap();
        assert_eq!(
            (all[&cast.amina].as_slice(), all[&cast.tomas].as_slice()),
            (&[at(1)][..], &[at(1), at(9)][..])
        );
        let late = tx.prompts(&[cast.amina, cast.tomas], at(2)).await.unwrap();
        assert_eq!((late.get(&cast.amina), late[&cast.tomas].as_slice()), (None, &[at(9)][..]));
        assert!(tx.prompts(&[], at(0)).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_question_is_open_only_where_none_was() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        tx.await_from(cast.tomas, Some(&Dialogue::Team { until: 7 })).await.unwrap();
        tx.await_from_all(&[cast.amina, cast.tomas], &Dialogue::Talked).await.unwrap();
        let people = tx.persons(&[cast.amina, cast.tomas]).await.unwrap();
        assert_eq!(people[0].dialogue, Some(Dialogue::Talked));
        assert_eq!(people[1].dialogue, Some(Dialogue::Team { until: 7 }));
    })
    .await;
}

#[tokio::test]
async fn only_open_cases_about_a_silence_are_found_by_their_pair() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let other = NewCase { conversation: Some(pair.id), ..case(&pair, CaseKind::Report) };
        let filed = tx.file_cases(&[case(&pair, CaseKind::SilentBoth), other], at(3)).await.unwrap();
        assert!(filed[0] < filed[1], "ids come in the order of the cases");
        assert_eq!(tx.silence_cases(pair.id).await.unwrap(), [(filed[0], Some(at(2)))]);
        assert_eq!(tx.pairs_with_silence_case(&[pair.id]).await.unwrap(), HashSet::from([pair.id]));
        let mut files = tx.cases(&filed[..1]).await.unwrap();
        assert_eq!(
            (files[0].kind, files[0].tried.as_slice()),
            (CaseKind::SilentBoth, &["ask_both".to_owned()][..])
        );
        files[0].resolve(Outcome::ContactResumed, None, at(4));
        tx.save_cases(&files).await.unwrap();
        assert!(tx.silence_cases(pair.id).await.unwrap().is_empty());
        assert!(tx.pairs_with_silence_case(&[pair.id]).await.unwrap().is_empty());
        assert!(tx.file_cases(&[], at(5)).await.unwrap().is_empty());
    })
    .await;
}
