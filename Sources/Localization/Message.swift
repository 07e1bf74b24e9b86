/// The name of a text of the program.
///
/// A name is the context (`msgctxt`) of its text in `Texts/messages.pot`, where the English wording, a comment that says
/// where it is shown and the placeholders stand. The order here is the order there.
@frozen public enum Message: Int, CaseIterable, Sendable {
    case languageName, colon, product, skip, languages, mainMenu, trail, overview, matrix, countries, measures, forums
    case dueShort, divergencesShort, gapsShort, changesShort, method, search, searchHint, asOf, footNote
    case thisPageAsJSON, asTable, translationsMissing
    case country, value, measure, measuresAndLines, line, lines, linesOfAction, forum, commitment, commitments, reports
    case rejected, progress, known, overdue, differ, newest, standing, since, asked, status, date, word, reading, voice
    case voices, confidence, deadline, adopted, force, kind, party, howMany, members, fit, used, reason, alignedTo
    case relation, weight, table, holds, file, sources, subregion
    case legend, divergentMark, contradictedMark, overdueMark, coverage, nobodyAsked, wholeMeasure
    case overviewHeadline, questionKnown, answerKnown, questionMoves, answerMoves, questionOverdue, questionDiffer
    case whatIsKnown, rampLabel, coverageMapTitle, coverageMapText, measureMapTitle, heatTitle, heatTable
    case progressTitle, progressText, whereItMoves, nothingMoved, whoOwes, whereTheyDiffer
    case matrixTitle, matrixSummary, matrixOfForum, forumLayer, allMeasures, allForums, allSubregions, allVoices
    case anyConfidence, atLeast, show, showAll, inView, sortBy, askWhy, aboutMeasure, aboutForum
    case countriesSummary, timelineTitle, reportsListed, owes, calendar, standingsInForums
    case measuresSummary, nobodyCovers, noAlignedCommitments, partialMeasure, measureGaps, toMatrix, howFar
    case alignedCommitments, goals, relatedMeasures, forumsSummary, forumCoverageTitle, forumCoverageText, knownShare
    case failed, dormantSince, readBy, forumMatrix, commitmentsAndCoverage, progressOfParties, inForce, notFollowedUp
    case statusWords, lossTitle, lossMerged, lossBroader, lossNarrower, lossSilent, noLoss, rulesOfTheForum
    case explainTitle, noneCounts, onlyOne, ownAlignments, newestReport, partsOfMeasure, whatCounts, consideredNotUsed
    case notAskedByForum, notAsked, otherLines, countedWithWeight, sameEvidenceAs, silentContribution,
        indicationContribution
    case outsideContribution, stepAlignment, stepStanding, stepRule, stepReports, takesEffect, readAs, spoke
    case otherVoice, older, undoesNothing, contradicts, partial, afterAsOf, belowConfidence, wordChosenByCompiler,
        noReports
    case divergencesTitle, divergencesSummary, noDivergences, gapsTitle, gapsSummary, uncovered, silences
    case silentCountries, dueTitle, dueSummary, coming, undated, nothingDue, nothingOverdue, forumsAsAWhole,
        passedTitle,
        notYetKnownTitle, answerPassed, dataUntil, calendars, calendarsText
    case changes, changesSummary, spans, becomes, noLonger, movedByTime, movedFirstWord, movedUp, movedBack
    case movedWithdrawn, movedMoreAsked, movedMarks
    case methodSummary, downloads, dataCells, dataAssessments, dataReports, dataCommitments, dataObligations
    case dataCrosswalk, howMade, methodRead, methodModule, ruleText, methodEvidence, methodNothing, weightByRelation
    case weightByStanding, background, searchSummary, searchEverything, searchWithoutScript
    case problems, problemsSummary, seeProblems, interface, interfaceSummary, interfaceHow, alsoAsCSV, didYouMean
    case failureNothingHere, failureBadRequest, failureReadOnly, failureNotAcceptable, failureTooLong, failureTooMuch
    case detailNothingHere, detailNoSuch, detailUnknownParameter, detailBadValue, detailBadRequest
    case detailMethodNotAllowed, detailNotAcceptable, detailBodyNotAccepted, detailAddressTooLong, detailHeadTooLarge
    case detailTooManyRequests, detailBusy
    case rejectedRows, forumsNotRead, rowsNotCounted, rowsNotKnown, staleMark, staleCells, divergentCells,
        divergentFrom, answerOverdue, answerDiffer
    case notShown, reportCount, timelineText, alignmentCount, everyMonths, madeOfParts, consolidatedBy
    case movedCount, lastYears, foundCount, filesBroken, problemCount
    case code, module, title, spread, terminalNewest, contributions, source, place, legalForce
    case terminalKind, level, terminalReading, terminalWord, total, count, commitmentsShort, reportsShort
    case rejectedShort
    case terminalMatrixTitle, terminalAllMeasures, terminalWholeMeasure, terminalAsOf, filteredBy, terminalCoverage
    case terminalRejectedRows, noRejectedRows, statusTitle, terminalStaleCells, terminalDivergentCells
    case terminalTranslationsMissing
    case terminalExplainTitle, terminalConsolidatedBy, terminalOnlyOne, terminalNoneCounts, alignedBy, standingBecause
    case progressBecause, takesEffectOn, terminalReadAs, terminalSpoke, terminalNotAsked
    case terminalMadeOfParts
    case terminalNothingDue
    case published, publishWaits, serving
    case legalForceShort, outsideShort, contributionsShort, topic, article, inChapter, terminalStandingsInForums
    case commitmentsByForum, terminalNoAlignedCommitments, terminalReadBy, noStanding, oneForumOnly, wholeOfMeasure
    case terminalNobodyAsked
    case moduleFailed, moduleNotTrusted, terminalFailed, notTrusted, trustTitle, trustCommand, trustFolder, trustFile
    case trustGiven, trustQuestion, trustShown, trustHeld, trustWithdrawn, noProgram
    case noGaps, terminalNoDivergences, countryTitle, forumTitle, measureTitle, forumsTitle, modulesTitle
    case terminalStatusWords, terminalRulesOfTheForum, terminalPartialMeasure, terminalMeasureGaps, targets, hasErrors,
        publishNotWhole
    case unknownCountry, countryOutside, unknownForum, unknownMeasure, unknownSubregion, unknownTarget
    case terminalDidYouMean
    case checkTitle, checkFine, checkStopped, checkHint, errors, warnings, acceptedWarnings
    case rejectedReportRows, severity, fileLine
    case fileColumn, message, options, codesTitle, meaning, explanation, unknownCode
    case contractTitle, contractCases, contractKept, contractBroken, property, seed, counterExample, terminalHolds
    case broken, wordsMerged, wordsUnused, wordsUnexplained, textsMissing, textsDrifting, adviceIsNoError, noAdvice
    case texts, missing
    case readingReports, assessingForums, writingSite, timeLeft, stopped, waitingForChanges, wholeFolder, moreErrors
    case diffTitle, diffFromTo, diffFrom, diffTo, diffBy, diffNoCell, diffCellsChange, diffEdits, diffFurtherEdits
    case diffAbsent
    case startWorkspaceIntro, startCheckAfterwards, startWorkspaceName, startReferenceFiles, startPublicLanguages
    case startRegion, startScale, startContrary, startConsolidation, startFrameworkIntro, startCountriesIntro
    case startForumIntro, startForumId, startModule, startForumName, startKind, startForumLanguages, startMembers
    case startStatuses, startStatusReason, startExpect
    case startCommitmentsIntro, startCommitmentId, startExampleTitle, startLegalForce, startAddressees, startCrosswalk
    case startExampleSource, startExampleNote
    case startWritten, startNextForum, startNextMatrix, startNextEdit, startNextCheck, startAskId, startAskName
    case startAskKind, startAskMembers
    case apiDescription, apiProblem, apiNotModified
    case apiRoot, apiOverview, apiCountries, apiCountryItem, apiForums, apiForumItem, apiMeasures, apiMeasureItem
    case apiCells, apiCell, apiAssessments, apiReports, apiCommitments, apiCrosswalk, apiDivergences, apiGaps
    case apiObligations, apiChanges, apiSearch, apiDiagnostics
    case apiAsOf, apiLanguage, apiLimit, apiOffset, apiCountry, apiSubregion, apiForum, apiMeasure, apiTarget,
        apiCommitment
    case apiParty, apiProgress, apiNothing, apiVoice, apiConfidence, apiDivergent, apiStale, apiOverdue, apiSort
    case apiStanding, apiRelation, apiKind, apiState, apiUntil, apiYears, apiDirection, apiQuery, apiSeverity
    case standingBound, standingInvited, standingPending, standingExempt, standingSuspended, standingDissociated
    case standingNotAddressed
    case membershipMember, membershipAssociate, membershipObserver, membershipAcceding, membershipSuspended
    case membershipNotParticipating, membershipWithdrawn
    case missingNotAddressed, missingNotYetDue, missingNoReport, missingReportedWithoutStatus, missingUnmapped
    case missingWithheld, missingDormant, missingIndicationOnly, missingTooLittleKnown, missingForumNotRead
    case relationExact, relationClose, relationBroad, relationNarrow, relationIntersects, relationRelated
    case ceilingFull, ceilingPartial, ceilingIndication, carriesOver
    case ruleWeightedMedian, ruleWeakest, ruleStrongest, ruleLatest, ruleMajority
    case confidenceHigh, confidenceMedium, confidenceLow, confidenceProposed, confidenceUnknown
    case voiceReviewBody, voiceSecretariat, voiceGovernment, voiceCivilSociety, voiceComputed, voiceUnstated,
        voiceCompiler
    case legalForceBinding, legalForcePolitical, legalForceVoluntary
    case forumKindTreatyOrganisation, forumKindConsensusForum, forumKindConsultativeProcess, forumKindTreatyBody
    case forumKindTreatyCollection, forumKindGlobalFramework, forumKindConference
    case dateKindEvent, dateKindAsOf, dateKindSince, dateKindDeadline
    case wordGiverSource, wordGiverCompiler
    case obligationKindCommitment, obligationKindInitialReport, obligationKindPeriodicReport, obligationKindFollowUp
    case obligationKindAdoption, obligationKindNotice, obligationKindVoluntaryReview
    case obligationNotYetDue, obligationMet, obligationMissed, obligationPassed, obligationWaived
    case obligationNotYetKnown
    case summaryWord, summaryPart, summaryPartFailed, summaryLevel, summarySaid, summaryVoiceUnknown, summaryRule
    case summaryRecord
    case summarySilent, summaryNothing, summaryIndication, summaryNotAsked, summaryMissed, summaryForumsDiffer
    case summaryVoicesDiffer, summaryWhole, summaryWholeTooLittle, summaryWholeNothing, summaryWholeParts
    case summaryOfCountry, summaryOfMeasure, summaryOfForum, summaryNobodyAsked, summaryNotRead, summaryLevels,
        summaryIndications
    case summaryMissedCount, summaryPassedCount
    case severityNote, severityWarning, severityError
    case fitExact, fitNarrower, fitBroader
    case contractCompleteTexts, contractAcceptedOptions, contractAnswers, contractDeterministic, contractOrderOfReports
    case contractOrderOfParties, contractAddressedOnly, contractLaterReports, contractBasis, contractObligationBasis
    case contractOnTheScale, contractNoReportNoProgress, contractVoluntaryNeverOverdue, contractInForceAsTold
    case contractLinear
    case textKindName, textKindStatus, textKindTitle, textKindReason, textKindRule
    case editSubjectReport, editSubjectCommitment, editSubjectStatusWord, editSubjectMembership, editSubjectForum
    case editSubjectWorkspace, editSubjectDeadline, editSubjectAge
    case editChangeAdded, editChangeRemoved, editChangeChanged
    case monthJanuary, monthFebruary, monthMarch, monthApril, monthMay, monthJune, monthJuly, monthAugust
    case monthSeptember, monthOctober, monthNovember, monthDecember
    case shortMonthJanuary, shortMonthFebruary, shortMonthMarch, shortMonthApril, shortMonthMay, shortMonthJune
    case shortMonthJuly, shortMonthAugust, shortMonthSeptember, shortMonthOctober, shortMonthNovember
    case shortMonthDecember
    case dateFull, dateMonth, dateFirstDay, dateShort, dateShortMonth
    case numberSeparator, numberGrouping, percent
    case listSeparator
    case languageCheckFine, languageCheckMissing
}
