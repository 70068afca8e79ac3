import Testing

@testable import Cairn

@Suite("Advice as JSON and Markdown")
struct AdviceFormatTests {
  private var small: Advice {
    var advice = SampleAdvice.advice
    advice.suggestions = [advice.suggestions[0]]
    advice.suggestions[0].alsoAt = [Advice.Place(pathway: "chronic-pain", step: "review", timing: .ahead)]
    advice.undecided = [advice.undecided[1]]
    advice.questions = [advice.questions[2]]
    advice.notSuggested = [advice.notSuggested[2]]
    advice.escalate = [Advice.Escalation(safeguard: "low-mood", say: Advice.Said(person: "", practitioner: "Look at the mood first."))]
    return advice
  }

  @Test("every key is there, in the documented order")
  func json() {
    #expect(
      AdviceJSON.draw([small], ruleSet: SampleAdvice.ruleSet, asOf: SampleAdvice.asOf) == """
        {
          "cairn": 1,
          "rulebook": {
            "id": "trial",
            "version": "2026.11",
            "hash": "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
          },
          "asOf": "2026-11-22",
          "results": [
            {
              "profile": "dev",
              "suggestions": [
                {
                  "support": "link-worker",
                  "verb": "self-refer",
                  "timing": "now",
                  "from": null,
                  "by": null,
                  "late": false,
                  "pathway": "chronic-pain",
                  "step": "waiting",
                  "alsoAt": [
                    {
                      "pathway": "chronic-pain",
                      "step": "review",
                      "timing": "ahead"
                    }
                  ],
                  "rules": [
                    "long-wait"
                  ],
                  "priority": "usual",
                  "because": "Twelve weeks is long enough for things to get worse at home",
                  "benefits": [
                    "Company."
                  ],
                  "risks": [
                    "None known."
                  ],
                  "evidence": [
                    {
                      "grade": "low",
                      "source": "Judgement",
                      "limits": "Of a few people"
                    }
                  ],
                  "say": {
                    "person": "There are people near you.",
                    "practitioner": "Twelve weeks on the list."
                  },
                  "cautions": [],
                  "softenedFrom": "refer",
                  "holdsUntil": "2027-09-14",
                  "gap": false,
                  "offers": [],
                  "offersLeftOut": 0,
                  "package": []
                }
              ],
              "flags": [
                {
                  "rule": "review-overdue",
                  "pathway": "chronic-pain",
                  "step": "waiting",
                  "timing": "now",
                  "from": null,
                  "by": null,
                  "late": false,
                  "say": "Book the yearly review.",
                  "because": "It was due in June."
                }
              ],
              "flagsNotDue": [],
              "undecided": [
                {
                  "support": "walking-group",
                  "verb": "self-refer",
                  "timing": "now",
                  "pathway": "chronic-pain",
                  "step": "waiting",
                  "rules": [
                    "other-walks"
                  ],
                  "needs": [
                    "a sensitive fact"
                  ],
                  "declined": [
                    "wants-to-contribute"
                  ],
                  "live": true
                }
              ],
              "questions": [
                {
                  "fact": "walking",
                  "ask": "Could you manage a ten-minute walk on the flat, with a stick or a frame if you use one?",
                  "settles": 1,
                  "score": 4.5,
                  "safety": false,
                  "because": [
                    "walks"
                  ]
                }
              ],
              "notSuggested": [
                {
                  "support": "course",
                  "verb": "refer",
                  "pathway": "chronic-pain",
                  "step": "waiting",
                  "rules": [
                    "some-rule"
                  ],
                  "reason": "recently-declined",
                  "detail": "declined on 2026-05-02"
                }
              ],
              "escalate": [
                {
                  "safeguard": "low-mood",
                  "say": {
                    "person": "",
                    "practitioner": "Look at the mood first."
                  }
                }
              ],
              "problems": [
                {
                  "fact": "loneliness",
                  "detail": "dated after the day asked about",
                  "source": "p.yaml:3:4"
                }
              ],
              "checkFirst": {
                "safeguards": [
                  "low-mood"
                ],
                "facts": []
              }
            }
          ]
        }

        """)
  }

  @Test("a page in Markdown has the parts of the text in their order")
  func markdown() {
    #expect(
      AdviceMarkdown.draw([(SampleAdvice.profile, small)], ruleSet: SampleAdvice.ruleSet, asOf: SampleAdvice.asOf) == #"""
        # South London trial 2026.11

        As of 22 November 2026.

        ## dev

        Lives with chronic pain, on the waiting list, off work, aged 44.

        > **First** (low-mood)
        >
        > Look at the mood first.

        - **Goals:** stand long enough to cook for the children
        - **Check first:** safety is not known
        - **Consent:** suggestions: yes · passing details on: nobody has asked

        ### Chronic pain

        - Pain care and support plan — behind, March 2025
        - **Waiting for the pain management programme** — **now**, since 20 July: 17 weeks
          - ▸ self-refer **Link worker**\
            Twelve weeks is long enough for things to get worse at home.\
            Becomes \*refer\* if they agree to share their details.\
            *evidence of the support type: low · holds until 14 September 2027 · also at review · rule long-wait*
          - ! flag **Book the yearly review.**\
            It was due in June.\
            *rule review-overdue*
          - ? self-refer **walking-group**\
            other-walks. Not known: a sensitive fact. Asked, and not answered: wish to do something for others.\
            *rule other-walks*
        - Pain management programme — ahead
        - Medicines review — ahead, every 6 months
        - Surgery — on another branch
        - A flare-up — at any time

        ### Ask next

        1. Could you manage a ten-minute walk on the flat, with a stick or a frame if you use one? *(settles 1)*

        ### Not suggested

        - **some-rule (course):** declined on 2 May 2026.

        ### Could not be used as given

        - loneliness: dated after the day asked about (p.yaml:3:4)

        """#)
  }
}
