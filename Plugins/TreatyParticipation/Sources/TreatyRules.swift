import FollowUpModel
import ForumKit

extension RuleID {
    static let boundWithReservation: RuleID = "bound-with-reservation"
    static let boundWithDeclaration: RuleID = "bound-with-declaration"
    static let denouncedNotYetEffective: RuleID = "denounced-not-yet-effective"
    static let denunciationPerhapsEffective: RuleID = "denunciation-perhaps-effective"
    static let awaitsEntry: RuleID = "awaits-entry"
    static let entryPerhapsPassed: RuleID = "entry-perhaps-passed"
    static let signed: RuleID = "signed"
    static let signatureDoesNotBind: RuleID = "signature-does-not-bind"
    static let signatureTakenBack: RuleID = "signature-taken-back"
    static let wordsWithoutConsent: RuleID = "words-without-consent"
}

/// The rules that this module names itself.
enum TreatyRules {
    /// The rules.
    static let all: [ModuleRule] = [
        ModuleRule(
            .inForceForTheState,
            LocalizedText(
                en: "The treaty is in force for the State on this day.",
                es: "El tratado está en vigor para el Estado en este día.",
                pt: "O tratado está em vigor para o Estado neste dia.",
                fr: "Le traité est en vigueur pour l’État ce jour-là."),
            source: "Vienna Convention on the Law of Treaties, articles 2(1)(g) and 24; for ICRMW article 87"),
        ModuleRule(
            .boundWithReservation,
            LocalizedText(
                en: "The treaty is in force for the State, which has reserved some articles.",
                es: "El tratado está en vigor para el Estado, que ha formulado reservas a algunos artículos.",
                pt: "O tratado está em vigor para o Estado, que formulou reservas a alguns artigos.",
                fr: "Le traité est en vigueur pour l’État, qui a émis des réserves sur certains articles."),
            source: "Vienna Convention on the Law of Treaties, articles 19 to 21"),
        ModuleRule(
            .boundWithDeclaration,
            LocalizedText(
                en: "The treaty is in force for the State, which has made a declaration on some articles.",
                es: "El tratado está en vigor para el Estado, que ha hecho una declaración sobre algunos artículos.",
                pt: "O tratado está em vigor para o Estado, que fez uma declaração sobre alguns artigos.",
                fr: "Le traité est en vigueur pour l’État, qui a fait une déclaration sur certains articles."),
            source: "for ICRMW articles 76 and 77"),
        ModuleRule(
            .denouncedNotYetEffective,
            LocalizedText(
                en:
                    "The State has denounced the treaty; until that takes effect it is still a party.",
                es: "El Estado ha denunciado el tratado y la denuncia aún no surte efecto: sigue siendo parte.",
                pt: "O Estado denunciou o tratado e a denúncia ainda não produziu efeito: continua a ser parte.",
                fr: "L’État a dénoncé le traité et la dénonciation n’a pas encore pris effet\u{00A0}: il reste partie."),
            source: "Vienna Convention on the Law of Treaties, articles 54 and 56; for ICRMW article 89"),
        ModuleRule(
            .denunciationPerhapsEffective,
            LocalizedText(
                en: "The denunciation may have taken effect: its date is known only roughly.",
                es: "La denuncia puede haber surtido efecto: su fecha solo se conoce aproximadamente.",
                pt: "A denúncia pode ter produzido efeito: a sua data só é conhecida aproximadamente.",
                fr: "La dénonciation a peut-être pris effet\u{00A0}: sa date n’est connue qu’approximativement.")),
        ModuleRule(
            .denounced,
            LocalizedText(
                en: "The State was a party and its denunciation has taken effect.",
                es: "El Estado era parte y su denuncia ha surtido efecto.",
                pt: "O Estado era parte e a sua denúncia produziu efeito.",
                fr: "L’État était partie et sa dénonciation a pris effet."),
            source: "Vienna Convention on the Law of Treaties, articles 54 and 70; for ICRMW article 89"),
        ModuleRule(
            .awaitsEntry,
            LocalizedText(
                en: "The State has consented to be bound; the treaty is not in force for it yet.",
                es: "El Estado ha consentido en obligarse; el tratado aún no está en vigor para él.",
                pt: "O Estado consentiu em obrigar-se; o tratado ainda não está em vigor para ele.",
                fr: "L’État a consenti à être lié\u{00A0}; le traité n’est pas encore en vigueur à son égard."),
            source: "Vienna Convention on the Law of Treaties, article 24; for ICRMW article 87"),
        ModuleRule(
            .entryPerhapsPassed,
            LocalizedText(
                en:
                    "The State has consented to be bound; the dates known don't tell whether it is a party yet.",
                es:
                    "El Estado ha consentido en obligarse; las fechas conocidas no dicen si ya es parte.",
                pt:
                    "O Estado consentiu em obrigar-se; as datas conhecidas não dizem se já é parte.",
                fr:
                    "L'État a consenti à être lié ; les dates connues ne disent pas s'il est déjà partie."
            )),
        ModuleRule(
            .signed,
            LocalizedText(
                en: "The State has signed and not consented to be bound yet.",
                es: "El Estado ha firmado y aún no ha consentido en obligarse.",
                pt: "O Estado assinou e ainda não consentiu em obrigar-se.",
                fr: "L’État a signé et n’a pas encore consenti à être lié."),
            source: "Vienna Convention on the Law of Treaties, articles 14 and 18"),
        ModuleRule(
            .signatureDoesNotBind,
            LocalizedText(
                en: "A signature counts as the forum's word says, below the level of a State that has consented.",
                es: "La firma cuenta según la palabra del foro, por debajo del nivel de un Estado que ha consentido.",
                pt: "A assinatura conta conforme a palavra do fórum, abaixo do nível de um Estado que consentiu.",
                fr: "La signature compte selon le mot du forum, au-dessous du niveau d’un État qui a consenti."),
            source: "Vienna Convention on the Law of Treaties, article 14"),
        ModuleRule(
            .signatureTakenBack,
            LocalizedText(
                en: "The State has said that it will not become a party, and its signature no longer counts.",
                es: "El Estado ha comunicado que no será parte y su firma ya no cuenta.",
                pt: "O Estado comunicou que não será parte e a sua assinatura já não conta.",
                fr: "L’État a fait savoir qu’il ne deviendra pas partie et sa signature ne compte plus."),
            source: "Vienna Convention on the Law of Treaties, article 18(a)"),
        ModuleRule(
            .wordsWithoutConsent,
            LocalizedText(
                en: "No consent is reported, so the word counts below the level of a State that has consented.",
                es:
                    "No se informa consentimiento; la palabra cuenta por debajo del nivel de un Estado que ha consentido.",
                pt: "Não há consentimento informado; a palavra conta abaixo do nível de um Estado que consentiu.",
                fr:
                    "Aucun consentement n’est signalé\u{00A0}; le mot compte au-dessous du niveau d’un État qui a consenti."
            )),
    ]
}
