tribune tribune
