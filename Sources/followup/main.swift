print("followup")
