/// What the machine-readable renderers make of ``Sample/report()``; read by eye and checked against the SARIF schema.
enum Golden {
    static let sarif = #"""
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "followup",
                  "version": "0.0-made-up",
                  "rules": [
                    {
                      "id": "missing-file",
                      "shortDescription": {
                        "text": "A file that must be there is missing."
                      },
                      "fullDescription": {
                        "text": "Create the file."
                      },
                      "help": {
                        "text": "Create the file."
                      }
                    },
                    {
                      "id": "missing-key",
                      "shortDescription": {
                        "text": "A key that must be there is missing."
                      },
                      "fullDescription": {
                        "text": "Add the key."
                      },
                      "help": {
                        "text": "Add the key."
                      }
                    },
                    {
                      "id": "unknown-level",
                      "shortDescription": {
                        "text": "A status names a level that the progress scale lacks."
                      },
                      "fullDescription": {
                        "text": "The progress scale lists every level.\n\nWrite one of them."
                      },
                      "help": {
                        "text": "The progress scale lists every level.\n\nWrite one of them."
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "invocations": [
                {
                  "executionSuccessful": true
                }
              ],
              "artifacts": [
                {
                  "location": {
                    "uri": "forums/mercosur/forum.yaml"
                  },
                  "length": 69,
                  "encoding": "UTF-8"
                },
                {
                  "location": {
                    "uri": "forums/mi%20%C3%A1rea/workspace.yaml"
                  },
                  "length": 31,
                  "encoding": "UTF-8"
                }
              ],
              "results": [
                {
                  "ruleId": "missing-file",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "the workspace has no folder 'reference'\nrun 'followup new workspace'"
                  }
                },
                {
                  "ruleId": "unknown-level",
                  "ruleIndex": 2,
                  "level": "error",
                  "message": {
                    "text": "the progress scale has no level 'complet'; did you mean 'complete'?"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "forums/mercosur/forum.yaml",
                          "index": 0
                        },
                        "region": {
                          "startLine": 14,
                          "startColumn": 16,
                          "endLine": 14,
                          "endColumn": 23,
                          "snippet": {
                            "text": "complet"
                          }
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "id": 1,
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "forums/mi%20%C3%A1rea/workspace.yaml",
                          "index": 1
                        },
                        "region": {
                          "startLine": 9,
                          "startColumn": 5,
                          "endLine": 9,
                          "endColumn": 10
                        }
                      },
                      "message": {
                        "text": "the scale is declared here"
                      }
                    },
                    {
                      "id": 2,
                      "message": {
                        "text": "levels are the workspace's own"
                      }
                    }
                  ],
                  "fixes": [
                    {
                      "description": {
                        "text": "replace with 'complete'"
                      },
                      "artifactChanges": [
                        {
                          "artifactLocation": {
                            "uri": "forums/mercosur/forum.yaml",
                            "index": 0
                          },
                          "replacements": [
                            {
                              "deletedRegion": {
                                "startLine": 14,
                                "startColumn": 16,
                                "endLine": 14,
                                "endColumn": 23
                              },
                              "insertedContent": {
                                "text": "complete"
                              }
                            }
                          ]
                        }
                      ]
                    },
                    {
                      "description": {
                        "text": "take the line out"
                      },
                      "artifactChanges": [
                        {
                          "artifactLocation": {
                            "uri": "forums/mercosur/forum.yaml",
                            "index": 0
                          },
                          "replacements": [
                            {
                              "deletedRegion": {
                                "startLine": 14,
                                "startColumn": 1,
                                "endLine": 15,
                                "endColumn": 1
                              },
                              "insertedContent": {
                                "text": ""
                              }
                            }
                          ]
                        }
                      ]
                    }
                  ]
                },
                {
                  "ruleId": "missing-key",
                  "ruleIndex": 1,
                  "level": "warning",
                  "message": {
                    "text": "'años' has no key 'since'"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "forums/mercosur/forum.yaml",
                          "index": 0
                        },
                        "region": {
                          "startLine": 15,
                          "startColumn": 3,
                          "endLine": 16,
                          "endColumn": 7,
                          "snippet": {
                            "text": "años: [1,\n    2]"
                          }
                        }
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """#
}
