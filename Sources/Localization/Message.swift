/// The name of a text of the program.
///
/// A name is the context (`msgctxt`) of its text in `Texts/messages.pot`, where the English wording, a comment for
/// translators and the placeholders stand. The order here is the order there.
@frozen public enum Message: Int, CaseIterable, Sendable {
    // Pages: The site and its menu.
    case languageName, colon, product, skip, languages, mainMenu, trail, overview, matrix, countries, measures, forums
    case dueShort, divergencesShort, gapsShort, changesShort, method, search, searchHint, asOf, footNote
    case thisPageAsJSON, asTable, forumFailed, translationsMissing

    // Pages: Words that stand above columns and beside facts.
    case country, value, measure, measuresAndLines, line, lines, linesOfAction, forum, commitment, commitments, reports
    case rejected, progress, known, overdue, differ, newest, standing, since, asked, status, date, word, reading, voice
    case voices, confidence, deadline, adopted, force, kind, party, howMany, members, fit, used, reason, alignedTo
    case relation, weight, table, holds, file, sources, subregion

    // Pages: The key, and what stands below totals.
    case legend, divergentMark, contradictedMark, overdueMark, coverage, nobodyAsked, wholeMeasure

    // Pages: Overview.
    case overviewHeadline, questionKnown, answerKnown, questionMoves, answerMoves, questionOverdue, questionDiffer
    case whatIsKnown, rampLabel, coverageMapTitle, coverageMapText, measureMapTitle, heatTitle, heatTable
    case progressTitle, progressText, whereItMoves, nothingMoved, whoOwes, whereTheyDiffer

    // Pages: Matrix.
    case matrixTitle, matrixSummary, matrixOfForum, forumLayer, allMeasures, allForums, allSubregions, allVoices
    case anyConfidence, atLeast, show, showAll, inView, sortBy, askWhy, aboutMeasure, aboutForum

    // Pages: Countries, measures, forums.
    case countriesSummary, timelineTitle, reportsListed, owes, calendar, standingsInForums
    case measuresSummary, nobodyCovers, noAlignedCommitments, partialMeasure, measureGaps, toMatrix, howFar
    case alignedCommitments, goals, relatedMeasures, forumsSummary, forumCoverageTitle, forumCoverageText, knownShare
    case failed, dormantSince, readBy, forumMatrix, commitmentsAndCoverage, progressOfParties, inForce, notFollowedUp
    case statusWords, lossTitle, lossMerged, lossBroader, lossNarrower, lossSilent, noLoss, rulesOfTheForum

    // Pages: Why a cell says what it says.
    case explainTitle, noneCounts, onlyOne, ownAlignments, newestReport, partsOfMeasure, whatCounts, consideredNotUsed
    case notAskedByForum, notAsked, otherLines, countedWithWeight, sameEvidenceAs, silentContribution,
        indicationContribution
    case outsideContribution, stepAlignment, stepStanding, stepRule, stepReports, takesEffect, readAs, spoke
    case otherVoice, older, undoesNothing, contradicts, partial, afterAsOf, belowConfidence, wordChosenByCompiler,
        noReports

    // Pages: Divergences, gaps, deadlines, changes.
    case divergencesTitle, divergencesSummary, noDivergences, gapsTitle, gapsSummary, uncovered, silences
    case silentCountries, dueTitle, dueSummary, coming, undated, nothingDue, nothingOverdue, forumsAsAWhole,
        passedTitle,
        notYetKnownTitle, answerPassed, dataUntil, calendars, calendarsText
    case changes, changesSummary, spans, becomes, noLonger, movedByTime, movedFirstWord, movedUp, movedBack
    case movedWithdrawn, movedMoreAsked, movedMarks

    // Pages: Method, data and search.
    case methodSummary, downloads, dataCells, dataAssessments, dataReports, dataCommitments, dataObligations
    case dataCrosswalk, howMade, methodRead, methodModule, ruleText, methodEvidence, methodNothing, weightByRelation
    case weightByStanding, background, searchSummary, searchEverything, searchWithoutScript

    // Pages: A server's pages: problems of the files, the API, why something can't be shown.
    case problems, problemsSummary, seeProblems, interface, interfaceSummary, interfaceHow, alsoAsCSV, didYouMean
    case failureNothingHere, failureBadRequest, failureReadOnly, failureNotAcceptable, failureTooLong, failureTooMuch
    case detailNothingHere, detailNoSuch, detailUnknownParameter, detailBadValue, detailBadRequest
    case detailMethodNotAllowed, detailNotAcceptable, detailBodyNotAccepted, detailAddressTooLong, detailHeadTooLarge
    case detailTooManyRequests, detailBusy

    // Pages: Texts that depend on a number.
    case rejectedRows, staleMark, staleCells, divergentCells, divergentFrom, answerOverdue, answerDiffer
    case notShown, reportCount, timelineText, alignmentCount, everyMonths, madeOfParts, consolidatedBy
    case movedCount, lastYears, foundCount, filesBroken, problemCount

    // Terminal: Headings of columns.
    case code, module, title, spread, terminalNewest, contributions, source, place, legalForce
    case terminalKind, level, terminalReading, terminalWord, total, count, commitmentsShort, reportsShort
    case rejectedShort

    // Terminal: Matrix and status.
    case terminalMatrixTitle, terminalAllMeasures, terminalWholeMeasure, terminalAsOf, filteredBy, terminalCoverage
    case terminalRejectedRows, noRejectedRows, statusTitle, terminalStaleCells, terminalDivergentCells
    case terminalTranslationsMissing

    // Terminal: Explanations.
    case terminalExplainTitle, terminalConsolidatedBy, terminalOnlyOne, terminalNoneCounts, alignedBy, standingBecause
    case progressBecause, takesEffectOn, terminalReadAs, terminalSpoke, terminalNotAsked
    case terminalMadeOfParts

    // Terminal: Obligations.
    case terminalNothingDue

    // Terminal: Publishing.
    case published, serving

    // Terminal: Countries, forums, measures.
    case legalForceShort, outsideShort, contributionsShort, topic, article, inChapter, terminalStandingsInForums
    case commitmentsByForum, terminalNoAlignedCommitments, terminalReadBy, noStanding, oneForumOnly, wholeOfMeasure
    case terminalNobodyAsked

    // Terminal: Modules that failed, and trust in programs.
    case moduleFailed, moduleNotTrusted, terminalFailed, notTrusted, trustTitle, trustCommand, trustFolder, trustFile
    case trustGiven, trustShown, trustHeld, trustWithdrawn, noProgram

    // Terminal: Other pages.
    case noGaps, terminalNoDivergences, countryTitle, forumTitle, measureTitle, forumsTitle, modulesTitle
    case terminalStatusWords, terminalRulesOfTheForum, terminalPartialMeasure, terminalMeasureGaps, targets, hasErrors
    case unknownCountry, countryOutside, unknownForum, unknownMeasure, unknownSubregion, unknownTarget
    case terminalDidYouMean

    // Terminal: Check, forums and codes.
    case checkTitle, checkFine, checkStopped, checkHint, errors, warnings, rejectedReportRows, severity, fileLine
    case fileColumn, message, options, codesTitle, meaning, explanation, unknownCode

    // Terminal: The contract of modules, and advice on a forum's files.
    case contractTitle, contractCases, contractKept, contractBroken, property, seed, counterExample, terminalHolds
    case broken, wordsMerged, wordsUnused, wordsUnexplained, textsMissing, textsDrifting, adviceIsNoError, noAdvice
    case texts, missing

    // Terminal: Long work, and pages that change with the files.
    case readingReports, assessingForums, writingSite, timeLeft, stopped, waitingForChanges, wholeFolder, moreErrors

    // Terminal: what a change of the files changes.
    case diffTitle, diffFromTo, diffFrom, diffTo, diffBy, diffNoCell, diffCellsChange, diffEdits, diffFurtherEdits
    case diffAbsent

    // New workspaces and forums: workspace.yaml and the reference files.
    case startWorkspaceIntro, startCheckAfterwards, startWorkspaceName, startReferenceFiles, startPublicLanguages
    case startRegion, startScale, startContrary, startConsolidation, startFrameworkIntro, startCountriesIntro

    // New workspaces and forums: forum.yaml.
    case startForumIntro, startForumId, startModule, startForumName, startKind, startForumLanguages, startMembers
    case startStatuses, startStatusReason, startExpect

    // New workspaces and forums: commitments.yaml and the reports.
    case startCommitmentsIntro, startCommitmentId, startExampleTitle, startLegalForce, startAddressees, startCrosswalk
    case startExampleSource, startExampleNote

    // New workspaces and forums: What is said and asked.
    case startWritten, startNextForum, startNextMatrix, startNextEdit, startNextCheck, startAskId, startAskName
    case startAskKind, startAskMembers

    // Descriptions of the API: The document as a whole.
    case apiDescription, apiProblem, apiNotModified

    // Descriptions of the API: What can be asked for.
    case apiRoot, apiOverview, apiCountries, apiCountryItem, apiForums, apiForumItem, apiMeasures, apiMeasureItem
    case apiCells, apiCell, apiAssessments, apiReports, apiCommitments, apiCrosswalk, apiDivergences, apiGaps
    case apiObligations, apiChanges, apiSearch, apiDiagnostics

    // Descriptions of the API: What narrows it.
    case apiAsOf, apiLanguage, apiLimit, apiOffset, apiCountry, apiSubregion, apiForum, apiMeasure, apiTarget,
        apiCommitment
    case apiParty, apiProgress, apiNothing, apiVoice, apiConfidence, apiDivergent, apiStale, apiOverdue, apiSort
    case apiStanding, apiRelation, apiKind, apiState, apiUntil, apiYears, apiDirection, apiQuery, apiSeverity

    // Words: how a commitment stands for a country.
    case standingBound, standingInvited, standingPending, standingExempt, standingSuspended, standingDissociated
    case standingNotAddressed

    // Words: standing of a member.
    case membershipMember, membershipAssociate, membershipObserver, membershipAcceding, membershipSuspended
    case membershipNotParticipating, membershipWithdrawn

    // Words: why nothing is known.
    case missingNotAddressed, missingNotYetDue, missingNoReport, missingReportedWithoutStatus, missingUnmapped
    case missingWithheld, missingDormant, missingIndicationOnly, missingTooLittleKnown

    // Words: how a commitment is related to a measure.
    case relationExact, relationClose, relationBroad, relationNarrow, relationIntersects, relationRelated

    // Words: how far the level of a commitment carries.
    case ceilingFull, ceilingPartial, ceilingIndication, carriesOver

    // Words: rule by which several contributions become one.
    case ruleWeightedMedian, ruleWeakest, ruleStrongest, ruleLatest, ruleMajority

    // Words: how sure a fact is.
    case confidenceHigh, confidenceMedium, confidenceLow, confidenceProposed, confidenceUnknown

    // Words: whose voice a report is.
    case voiceReviewBody, voiceSecretariat, voiceGovernment, voiceCivilSociety, voiceComputed, voiceUnstated,
        voiceCompiler

    // Words: how strongly a commitment binds.
    case legalForceBinding, legalForcePolitical, legalForceVoluntary

    // Words: kind of forum.
    case forumKindTreatyOrganisation, forumKindConsensusForum, forumKindConsultativeProcess, forumKindTreatyBody
    case forumKindTreatyCollection, forumKindGlobalFramework, forumKindConference

    // Words: before a date.
    case dateKindEvent, dateKindAsOf, dateKindSince, dateKindDeadline

    // Words: who chose a status word.
    case wordGiverSource, wordGiverCompiler

    // Words: what is owed.
    case obligationKindCommitment, obligationKindInitialReport, obligationKindPeriodicReport, obligationKindFollowUp
    case obligationKindAdoption, obligationKindNotice, obligationKindVoluntaryReview

    // Words: how an obligation stands.
    case obligationNotYetDue, obligationMet, obligationMissed, obligationPassed, obligationWaived
    case obligationNotYetKnown

    // Summaries: what is known of a cell, a country, a measure or a forum, in a sentence.
    case summaryWord, summaryPart, summaryLevel, summarySaid, summaryRule, summarySilent, summaryNothing
    case summaryIndication, summaryNotAsked, summaryMissed, summaryForumsDiffer, summaryVoicesDiffer, summaryWhole
    case summaryWholeTooLittle, summaryWholeNothing, summaryWholeParts, summaryOfCountry, summaryOfMeasure
    case summaryOfForum, summaryNobodyAsked, summaryLevels, summaryIndications, summaryMissedCount, summaryPassedCount

    // Words: how bad a problem is.
    case severityNote, severityWarning, severityError

    // Words: how well a status word fits its level.
    case fitExact, fitNarrower, fitBroader

    // Words: what every module must hold to.
    case contractCompleteTexts, contractAcceptedOptions, contractAnswers, contractDeterministic, contractOrderOfReports
    case contractOrderOfParties, contractAddressedOnly, contractLaterReports, contractBasis, contractObligationBasis
    case contractOnTheScale, contractNoReportNoProgress, contractVoluntaryNeverOverdue, contractInForceAsTold
    case contractLinear

    // Words: kinds of texts of a forum.
    case textKindName, textKindStatus, textKindTitle, textKindReason, textKindRule

    // Words: what was edited.
    case editSubjectReport, editSubjectCommitment, editSubjectStatusWord, editSubjectMembership, editSubjectForum
    case editSubjectWorkspace, editSubjectDeadline, editSubjectAge

    // Words: how it was edited.
    case editChangeAdded, editChangeRemoved, editChangeChanged

    // Forms of the language: months, as in a date written in full.
    case monthJanuary, monthFebruary, monthMarch, monthApril, monthMay, monthJune, monthJuly, monthAugust
    case monthSeptember, monthOctober, monthNovember, monthDecember

    // Forms of the language: months cut short, as in a column of dates.
    case shortMonthJanuary, shortMonthFebruary, shortMonthMarch, shortMonthApril, shortMonthMay, shortMonthJune
    case shortMonthJuly, shortMonthAugust, shortMonthSeptember, shortMonthOctober, shortMonthNovember
    case shortMonthDecember

    // Forms of the language: dates.
    case dateFull, dateMonth, dateFirstDay, dateShort, dateShortMonth

    // Forms of the language: numbers.
    case numberSeparator, numberGrouping, percent

    // Forms of the language: lists.
    case listSeparator

    // Terminal: files of texts.
    case languageCheckFine, languageCheckMissing
}
