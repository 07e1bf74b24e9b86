extension StartTexts {
    static let portuguese = StartTexts(
        workspaceIntro:
            "O espaço de trabalho: o que todos os fóruns têm em comum. Cada fórum é uma pasta ao lado deste arquivo.",
        checkAfterwards: "Depois de cada mudança execute: followup check",
        workspaceName: "Acompanhamento de compromissos",
        referenceFiles: "As medidas com que se alinham os compromissos, e os países.",
        publicLanguages: "Os idiomas dos textos públicos, primeiro o preferido.",
        region: "O grupo de países que o panorama mostra.",
        scale: "A escala de progresso que todos os fóruns partilham, primeiro o nível mais baixo.",
        contrary: "Um retrocesso, que fica fora da escala.",
        consolidation: "Como as palavras de vários fóruns se tornam uma só célula; os pesos são números inteiros.",
        frameworkIntro:
            "As medidas e linhas de ação com que se alinha cada compromisso. Os títulos são nossos.",
        countriesIntro: "Países por código ISO 3166-1 alfa-3, com as regiões da norma M49 da ONU.",
        forumIntro: "Quem pertence ao fórum e o que significam as suas próprias palavras.",
        forumId: "O identificador é o nome da pasta: dado uma vez e conservado.",
        module: "Como o fórum é lido. declarative: fala o relatório mais recente. Outros: followup forums --modules",
        forumName: "O nome para as pessoas; abaixo, outros idiomas, um por linha.",
        kind: "Que tipo de órgão é: {kinds}.",
        forumLanguages: "Os seus idiomas, pelos códigos de duas letras.",
        members:
            "Quem pertence a ele. Onde se souber, acrescente: since: 2001-05, as: observer, suspended: {since: 2017-08-05}",
        statuses: "As palavras que os seus relatórios usam, cada uma com o seu lugar na escala. Ponha aqui as suas.",
        statusReason: "Exemplo: diga aqui por que esta palavra tem este nível",
        expect: "Quando os seus dados estiverem aqui: quanto deve haver, para que se note uma perda.",
        commitmentsIntro:
            "O que pedem os textos do fórum, a quem e até quando. Transforme o exemplo no seu primeiro compromisso.",
        commitmentId: "O seu identificador, dado uma vez e conservado, e o número próprio do fórum.",
        exampleTitle: "Exemplo: o que o texto pede, em poucas palavras",
        legalForce: "Com que força obriga: binding (obrigatório), political (político) ou voluntary (voluntário).",
        addressees: "A quem se dirige: members, associates, observers, ou países pelos seus códigos.",
        crosswalk: "A medida ou linha a que serve, e como: exact, close, broad, narrow ou related.",
        exampleSource: "exemplo",
        exampleNote: "Exemplo: substitua esta linha por um relatório e a sua fonte",
        written: "{path}: escrito",
        nextForum: "Acrescente um fórum: {command}",
        nextMatrix: "Veja-o no panorama: {command}",
        nextEdit: "Substitua os exemplos em: {files}",
        nextCheck: "Depois verifique: {command}",
        askId: "Identificador do fórum (minúsculas, algarismos, hifens)",
        askName: "Nome do fórum",
        askKind: "Tipo ({kinds})",
        askMembers: "Membros, por códigos de três letras, como ARG,BRA")

    static let french = StartTexts(
        workspaceIntro:
            "L'espace de travail : ce que tous les forums ont en commun. Chaque forum est un dossier à côté de ce fichier.",
        checkAfterwards: "Après chaque modification, exécutez : followup check",
        workspaceName: "Suivi des engagements",
        referenceFiles: "Les mesures sur lesquelles s'alignent les engagements, et les pays.",
        publicLanguages: "Les langues des textes publics, la préférée d'abord.",
        region: "Le groupe de pays que montre le tableau.",
        scale: "L'échelle de progrès que partagent tous les forums, le niveau le plus bas d'abord.",
        contrary: "Un recul, qui est hors de l'échelle.",
        consolidation:
            "Comment les mots de plusieurs forums deviennent une seule cellule ; les poids sont des nombres entiers.",
        frameworkIntro:
            "Les mesures et lignes d'action sur lesquelles s'aligne chaque engagement. Les titres sont de nous.",
        countriesIntro: "Pays par code ISO 3166-1 alpha-3, avec les régions de la norme M49 de l'ONU.",
        forumIntro: "Qui appartient au forum et ce que signifient ses propres mots.",
        forumId: "L'identifiant est le nom du dossier : donné une fois et conservé.",
        module:
            "Comment le forum est lu. declarative : le rapport le plus récent fait foi. Autres : followup forums --modules",
        forumName: "Le nom pour les personnes ; au-dessous, d'autres langues, une par ligne.",
        kind: "Quelle sorte d'organe c'est : {kinds}.",
        forumLanguages: "Ses langues, par leurs codes de deux lettres.",
        members:
            "Qui en fait partie. Là où on le sait, ajoutez : since: 2001-05, as: observer, suspended: {since: 2017-08-05}",
        statuses: "Les mots qu'emploient ses rapports, chacun avec sa place sur l'échelle. Mettez ici les vôtres.",
        statusReason: "Exemple : dites ici pourquoi ce mot a ce niveau",
        expect: "Quand vos données y sont : combien il doit y en avoir, pour qu'une perte se remarque.",
        commitmentsIntro:
            "Ce que demandent les textes du forum, à qui et pour quand. Faites de l'exemple votre premier engagement.",
        commitmentId: "Son identifiant, donné une fois et conservé, et le numéro propre au forum.",
        exampleTitle: "Exemple : ce que le texte demande, en quelques mots",
        legalForce:
            "Avec quelle force il oblige : binding (contraignant), political (politique) ou voluntary (volontaire).",
        addressees: "À qui il s'adresse : members, associates, observers, ou des pays par leurs codes.",
        crosswalk: "La mesure ou la ligne qu'il sert, et comment : exact, close, broad, narrow ou related.",
        exampleSource: "exemple",
        exampleNote: "Exemple : remplacez cette ligne par un rapport et sa source",
        written: "{path} : écrit",
        nextForum: "Ajoutez un forum : {command}",
        nextMatrix: "Voyez-le dans le tableau : {command}",
        nextEdit: "Remplacez les exemples dans : {files}",
        nextCheck: "Puis vérifiez : {command}",
        askId: "Identifiant du forum (minuscules, chiffres, traits d'union)",
        askName: "Nom du forum",
        askKind: "Sorte ({kinds})",
        askMembers: "Membres, par codes de trois lettres, comme ARG,BRA")
}
